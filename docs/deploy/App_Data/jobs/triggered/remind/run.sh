#!/bin/sh
# A scheduled WebJob of the App Service: reminds everybody, once a week each, outside their quiet hours.
set -eu
cd /home/site/wwwroot
exec node src/cli/main.ts remind
