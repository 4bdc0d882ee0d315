"""Forms of the screens that trainers and participants use."""
