"""The foreign site's own user model."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models


class MemberManager(BaseUserManager):
    def create_superuser(self, email, password=None):
        return self.create(email=email, is_superuser=True, is_staff=True)


class Member(AbstractBaseUser, PermissionsMixin):
    """Signs in by e-mail; has no username and one field for the name."""

    email = models.EmailField(unique=True)
    full_name = models.CharField(max_length=100, blank=True)
    is_staff = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)

    objects = MemberManager()
    USERNAME_FIELD = "email"

    @property
    def first_name(self):
        return self.full_name

    @property
    def last_name(self):
        return ""
