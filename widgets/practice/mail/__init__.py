"""The mailbox that stands beside a site."""
