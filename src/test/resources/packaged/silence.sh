#!/bin/sh
# Runs "$@" where there is no way out, and counts who looked for one: usage: silence.sh FOLDER COMMAND...
# Called inside fresh user, network and mount name spaces. The last line is the count.
set -eu
folder=$1
shift
ip link set lo up
for switch in all default; do
    echo 1 >"/proc/sys/net/ipv6/conf/$switch/disable_ipv6"
done
# Names are asked for outside, too, not of a resolver on this machine.
echo 'nameserver 192.0.2.53' >"$folder/resolv.conf"
mount --bind "$folder/resolv.conf" /etc/resolv.conf
"$@"
# The kernel counts what it could not send for want of a route.
awk '$1 == "Ip:" && !column { for (i = 2; i <= NF; i++) if ($i == "OutNoRoutes") column = i; next }
    $1 == "Ip:" { print "ways out looked for: " $column }' /proc/net/snmp
