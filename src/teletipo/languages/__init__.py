"""What each language brings: its model, its lexicon, its flags; nothing else asks for a language by name."""
