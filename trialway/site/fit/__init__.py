"""The check on the web: form ─▶ step ─▶ screen. Nothing here is kept between two requests."""
