"""Forms: WTForms in French, safe with any input."""
