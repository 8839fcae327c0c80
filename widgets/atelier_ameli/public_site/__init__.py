"""What is around the account: addresses to know, the public site, doctors, machines."""
