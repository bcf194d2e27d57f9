"""teletipo inside other tools' pipelines."""
