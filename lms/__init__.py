"""The thin project that shows the apps off and that a programme can deploy as it stands."""
