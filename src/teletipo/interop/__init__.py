"""teletipo as part of other tools' pipelines."""
