"""The machine, one door each: clock, files, settings, log, secrets, HTTP, pictures."""
