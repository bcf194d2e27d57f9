"""What belongs to each language: model and lexicon; no other package asks for a language by name."""
