#!/bin/sh
# Relance les copies une à une : la suivante attend que la précédente soit prête. Personne ne perd son travail.
# Utilisation : relancer.sh 8866 8867
set -eu
RESTART="${RESTART:-systemctl restart atelier@}"
for port in "$@"; do
    $RESTART"$port"
    tries=0
    until curl -fs -o /dev/null "http://127.0.0.1:$port/sante/pret"; do
        tries=$((tries + 1))
        if [ "$tries" -ge "${PATIENCE:-60}" ]; then
            echo "La copie du port $port n'est pas prête. Les autres continuent : rien n'est perdu." >&2
            exit 1
        fi
        sleep 1
    done
    echo "La copie du port $port est prête."
done
