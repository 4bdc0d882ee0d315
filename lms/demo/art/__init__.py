"""The drawn pictures of the demo content: a small drawing kit and the scenes made with it."""
