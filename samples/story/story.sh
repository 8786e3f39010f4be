#!/usr/bin/env bash
# From votes to an order, and to a machine that has to pass it: an invented town, all on this machine, without a network.
#
#   samples/story/story.sh DIR      DIR is new; gouvernail is on the path.
#
# Each step is a command that you could type. What the gate answers is checked on the way.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
town=${1:?say where: story.sh DIR}
mkdir "$town"
cd "$town"

chapter() { printf '\n── %s\n' "$1"; }

# Runs a command and shows it.
run() {
    printf '$ %s\n' "$*"
    "$@"
}

# Asks the gate, which has to answer with this exit code.
gate() {
    local expected=$1 got=0
    shift
    printf '$ gouvernail gate check %s\n' "$*"
    gouvernail gate check "$@" || got=$?
    if [ "$got" -ne "$expected" ]; then
        echo "The gate answered $got, and $expected was expected." >&2
        exit 1
    fi
}

# Fills in a form of this folder: fill FORM NAME=VALUE…
fill() {
    local form=$1 text pair
    shift
    text=$(cat "$here/$form")
    for pair in "$@"; do
        text=${text//"@${pair%%=*}@"/${pair#*=}}
    done
    printf '%s\n' "$text"
}

chapter 'People voted; a result is published'
run gouvernail init data --origin town.example/log --community 'A town'
run gouvernail import data "$here/../ai-in-public-life.en"
gouvernail result data c1 --method opinion-map/1 --json >result.json
result=$(sed -n 's/.*"index": *\([0-9]*\).*/\1/p' result.json | head -n 1)
echo "The result is entry $result of the log."

chapter 'How mandates are adopted is said in advance: two of three trustees sign'
for n in 1 2 3; do gouvernail evidence key "trustee$n.town.example" --out "trustee$n.key" >"trustee$n.pub"; done
fill rule.json KEY1="$(head -n 1 trustee1.pub)" KEY2="$(head -n 1 trustee2.pub)" \
    KEY3="$(head -n 1 trustee3.pub)" >rule.json
run gouvernail mandate rule data rule.json

chapter 'What every group supports becomes an order; each clause cites votes'
fill mandate.json RESULT="$result" YEAR="$(($(date -u +%Y) + 1))" >mandate.json
run gouvernail mandate draft data mandate.json
run gouvernail mandate put data m1
run gouvernail mandate sign data m1 --version 1 --key trustee1.key
run gouvernail mandate sign data m1 --version 1 --key trustee3.key
run gouvernail mandate adopt data m1 --version 1

chapter 'A machine is registered; its maker will not say how it was trained: refused'
artefact=$(printf 'the bytes of counter-assistant 1.0.0' | sha256sum | cut -d ' ' -f 1)
fill card.json ARTEFACT="$artefact" TRAINING='{ "refused": "a trade secret" }' >card.json
run gouvernail register add data card.json
run gouvernail permit submit data a1
gate 1 a1 --data data

chapter 'The maker says it after all; the audit that the order asks for is missing: refused'
fill card.json ARTEFACT="$artefact" TRAINING='{ "method": "supervised", "period": "2025" }' >card2.json
run gouvernail register add data card2.json --automaton a1
run gouvernail permit submit data a1
gate 2 card2.json --data data

chapter 'An audit leaves it open whether the gap is small enough: insufficient, refused'
gouvernail evidence key lab.example --out lab.key >lab.pub
head -n 1 lab.pub >lab.vkey
run gouvernail evidence signer data --key lab.vkey --name 'An independent lab' --role auditor
fill audit.json ARTEFACT="$artefact" NOW="$(date -u -d '2 hours ago' +%Y-%m-%dT%H:%M:%SZ)" HIGH=0.13 >audit1.json
run gouvernail evidence sign audit1.json --key lab.key --out audit1.dsse.json
run gouvernail evidence file data a1 audit1.dsse.json
gate 2 a1 --data data

chapter 'A larger sample settles it: admitted, for a time'
fill audit.json ARTEFACT="$artefact" NOW="$(date -u -d '1 hour ago' +%Y-%m-%dT%H:%M:%SZ)" HIGH=0.07 >audit2.json
run gouvernail evidence sign audit2.json --key lab.key --out audit2.dsse.json
run gouvernail evidence file data a1 audit2.dsse.json
gate 0 a1 --data data

chapter 'Whoever runs it checks the same from the public files alone'
run gouvernail export data public
gate 0 card2.json --offline public

chapter 'People sign a petition; the third signature suspends the machine'
gouvernail invite data c1 --count 3 >codes
run gouvernail petition thresholds data --suspension 3 --rung code --roll c1 --days 30
gouvernail petition start data --effect suspension --automaton a1 --title 'Stop the counter assistant' \
    --text 'It sends people to offices that are closed.' --code "$(sed -n 1p codes)"
tail -n +2 codes | gouvernail petition sign data p1 --codes -
gate 1 a1 --data data

chapter 'Everything can be checked by a stranger: votes, order, decisions, suspension'
run gouvernail export data public-after
run gouvernail verify public-after
