# shellcheck shell=bash
# The pinned spaCy in a virtual environment of its own, made once. Sourced after Tools/setup.sh; sets `spacy_python`.

: "${home:?}" "${state:?source Tools/setup.sh first}"
spacy_environment=$state/parity-venv
spacy_python=$spacy_environment/bin/python

set_up_spacy() {
    local requirements=$home/Tools/parity/requirements.txt log=$state/spacy.log
    # The copy is the stamp: it is written last, and differs when a pin has changed.
    if cmp -s "$requirements" "$spacy_environment/requirements.txt"; then return; fi
    say "installing spaCy from PyPI, for comparison only (about 250 MB)"
    rm -rf "$spacy_environment"
    python3 -m venv "$spacy_environment" >"$log" 2>&1 || explain "$log" "python3 could not make a virtual environment"
    "$spacy_python" -m pip install --disable-pip-version-check --only-binary=:all: -r "$requirements" >"$log" 2>&1 </dev/null ||
        explain "$log" "spaCy could not be installed"
    "$spacy_python" -c 'import spacy' >"$log" 2>&1 || explain "$log" "spaCy was installed and does not start"
    cp "$requirements" "$spacy_environment/requirements.txt"
}
