#!/bin/sh
# A double click opens the course, on macOS and (through atelier.desktop) on Linux. What goes wrong stays on the screen.

wait_for_a_key() {
    printf '\nAppuyez sur Entrée pour fermer cette fenêtre. '
    read -r _
}

# The first Python that is new enough. In a folder made by `bundle`, one that it was made for, if there is any.
find_python() {
    for versions in "$(sed -n 2p paquets/pour.txt 2>/dev/null)" ""; do
        for name in python3 python3.14 python3.13 python3.12 python3.11 \
            /Library/Frameworks/Python.framework/Versions/3.1[1-9]/bin/python3 \
            /opt/homebrew/bin/python3 /usr/local/bin/python3; do
            path=$(command -v "$name" 2>/dev/null) || continue
            # Apple's own only asks to install the tools of developers, where these are not there.
            if [ "$path" = /usr/bin/python3 ] && [ "$(uname)" = Darwin ] && ! xcode-select -p >/dev/null 2>&1; then
                continue
            fi
            if "$path" -c "$IS_GOOD" "$versions" >/dev/null 2>&1; then
                echo "$path"
                return 0
            fi
        done
    done
    return 1
}

IS_GOOD='
import sys
version, asked = sys.version_info[:2], sys.argv[1].split()
sys.exit(version < (3, 11) or bool(asked) and "%d.%d" % version not in asked)
'

cd "$(dirname "$0")" || exit 1
printf '\033]0;Atelier\007'
echo "L'atelier « Mon compte ameli »"
echo

if ! [ -f atelier.py ] || ! [ -d widgets ]; then
    echo "Il manque des fichiers à côté de celui-ci."
    echo "Copiez le dossier entier sur cet ordinateur, ou décompressez-le, puis double-cliquez de nouveau."
    wait_for_a_key
    exit 1
fi

if ! python=$(find_python); then
    echo "Python manque sur cet ordinateur, ou il est trop ancien. Il faut Python 3.11 ou plus récent."
    echo
    if [ "$(uname)" = Darwin ]; then
        echo "1. Allez sur python.org, rubrique « Downloads », et prenez la version proposée pour macOS."
        echo "2. Ouvrez le fichier téléchargé et suivez les étapes."
    else
        echo "1. Ouvrez un terminal."
        echo "2. Sous Debian ou Ubuntu, tapez : sudo apt install python3 python3-venv"
    fi
    echo "3. Double-cliquez de nouveau sur l'atelier."
    wait_for_a_key
    exit 1
fi

echo "Un instant… Laissez cette fenêtre ouverte pendant la séance. La fermer arrête le cours."
export PYTHONUTF8=1
"$python" atelier.py --double-clic "$@"
status=$?
case $status in
0 | 129 | 130 | 143) ;; # ended, closed or stopped
*)
    echo
    echo "L'atelier s'est arrêté. La raison est écrite ci-dessus."
    wait_for_a_key
    ;;
esac
exit $status
