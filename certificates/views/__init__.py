"""Screens for trainers and participants: fetch, bind, call one action, answer."""
