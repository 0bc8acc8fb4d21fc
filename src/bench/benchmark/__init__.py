"""The parts of src/bench/run. Only Python's standard library is used."""
