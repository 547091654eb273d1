#!/usr/bin/env bash
# The two Entra applications of docs/deploy.md, step 1. After `az login` as somebody who may register applications and
# consent for the tenant:
#
#   bash docs/deploy/applications.sh HOST > settings.env     HOST is that of BASE_URL, such as NAME.azurewebsites.net
#
# Settings go to standard output; the secret for the bot service's sign-in is shown once, beside them.
set -euo pipefail

host=${1:?Say the host of BASE_URL, such as NAME.azurewebsites.net}
graph=https://graph.microsoft.com/v1.0
sharepoint=00000003-0000-0ff1-ce00-000000000000
teams_desktop=1fec8e78-bce4-4aaf-ab1b-5451cc387264
teams_web=5e3ce6c0-2b1f-4285-8d4b-75ee78787346

new_id() {
  node --print 'crypto.randomUUID()'
}

register() {
  local id
  id=$(az ad app create --display-name "$1" --sign-in-audience AzureADMyOrg --query appId --output tsv)
  az ad sp create --id "$id" --output none
  echo "$id"
}

change() {
  az rest --method PATCH --uri "$graph/applications(appId='$1')" --headers Content-Type=application/json --body "$2" \
    --output none
}

# Application, Application ID URI, id of the scope. Version 2, because the server believes no tokens of version 1.
expose() {
  change "$1" '{"identifierUris":["'"$2"'"],"api":{"requestedAccessTokenVersion":2,"oauth2PermissionScopes":[{
    "id":"'"$3"'","value":"access_as_user","type":"User","isEnabled":true,
    "adminConsentDisplayName":"Use the action plan as the person","adminConsentDescription":"Use the action plan as the person",
    "userConsentDisplayName":"Use the action plan as you","userConsentDescription":"Use the action plan as you"}]}}'
}

# Permissions are looked up by name: their ids are SharePoint's own.
delegated() {
  az ad sp show --id $sharepoint --query "oauth2PermissionScopes[?value=='$1'].id" --output tsv
}
application() {
  az ad sp show --id $sharepoint --query "appRoles[?value=='$1'].id" --output tsv
}

tab=$(register "Action plan tab")
tab_scope=$(new_id)
expose "$tab" "api://$tab" "$tab_scope"
change "$tab" '{"spa":{"redirectUris":["brk-multihub://'"$host"'"]}}'
az ad app permission add --id "$tab" --api $sharepoint --api-permissions "$(delegated AllSites.Write)=Scope" --output none
az ad app permission add --id "$tab" --api "$tab" --api-permissions "$tab_scope=Scope" --output none

bot=$(register "Action plan bot")
bot_scope=$(new_id)
expose "$bot" "api://botid-$bot" "$bot_scope"
change "$bot" '{"api":{"preAuthorizedApplications":[
  {"appId":"'$teams_desktop'","delegatedPermissionIds":["'"$bot_scope"'"]},
  {"appId":"'$teams_web'","delegatedPermissionIds":["'"$bot_scope"'"]}]}}'
change "$bot" '{"web":{"redirectUris":["https://token.botframework.com/.auth/web/redirect"]}}'
az ad app permission add --id "$bot" --api $sharepoint --output none \
  --api-permissions "$(delegated AllSites.Write)=Scope" "$(application Sites.Selected)=Role"

# Entra takes a moment to know a new application everywhere.
sleep "${CONSENT_AFTER:-60}"
az ad app permission admin-consent --id "$tab"
az ad app permission admin-consent --id "$bot"

secret=$(az ad app credential reset --id "$bot" --append --display-name "bot service" --years 1 --query password --output tsv)

cat <<SETTINGS
BASE_URL=https://$host
TENANT_ID=$(az account show --query tenantId --output tsv)
TAB_CLIENT_ID=$tab
BOT_CLIENT_ID=$bot
TEAMS_APP_ID=$(new_id)
SETTINGS
echo "botConnectionSecret, good for a year: $secret" >&2
