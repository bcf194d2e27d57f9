"""The stages of a reading, one module and one public function each; `pipeline.STAGES` has their order."""
