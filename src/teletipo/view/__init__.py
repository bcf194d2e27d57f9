"""Views: dossiers shown to people, in a terminal or as an HTML page."""
