// What the app runs on in Azure: the web app that serves the tab and the bot, the key of the bot's certificate in a vault,
// and the bot's registration with its sign-in for SharePoint. docs/deploy.md says when to run it.
targetScope = 'resourceGroup'

@description('Begins every name; letters and digits.')
@minLength(3)
@maxLength(16)
param name string

param location string = resourceGroup().location

@description('The SharePoint site that holds the plan: https://place.sharepoint.com/sites/plan')
param sharePointSiteUrl string

@description('The tenant whose people use it.')
param tenantId string = tenant().tenantId

@description('Entra application of the tab.')
param tabClientId string

@description('Entra application of the bot: another one.')
param botClientId string

@description('SHA-1 thumbprint of the certificate of the bot\'s application.')
param botCertificateThumbprint string

@description('A client secret of the bot\'s application, for the bot service alone: it gets people\'s tokens by single sign-on.')
@secure()
param botConnectionSecret string

@description('The id that the Teams app package was made with.')
param teamsAppId string

@description('An OpenTelemetry collector; empty for none.')
param otlpEndpoint string = ''

var host = '${name}.azurewebsites.net'
var sharePointOrigin = 'https://${split(sharePointSiteUrl, '/')[2]}'

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: '${name}-plan'
  location: location
  kind: 'linux'
  sku: { name: 'P0v3', capacity: 2 }
  properties: { reserved: true }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: '${name}-vault'
  location: location
  properties: {
    tenantId: subscription().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enablePurgeProtection: true
  }
}

resource web 'Microsoft.Web/sites@2023-12-01' = {
  name: name
  location: location
  kind: 'app,linux'
  identity: { type: 'SystemAssigned' }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      appCommandLine: 'node src/server/main.ts'
      alwaysOn: true
      http20Enabled: true
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      healthCheckPath: '/healthz'
    }
  }
}

resource settings 'Microsoft.Web/sites/config@2023-12-01' = {
  parent: web
  name: 'appsettings'
  properties: union(
    {
      HOST: '0.0.0.0'
      BASE_URL: 'https://${host}'
      SHAREPOINT_SITE_URL: sharePointSiteUrl
      TENANT_ID: tenantId
      TAB_CLIENT_ID: tabClientId
      BOT_CLIENT_ID: botClientId
      BOT_CERTIFICATE_THUMBPRINT: botCertificateThumbprint
      BOT_PRIVATE_KEY: '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=bot-private-key)'
      OAUTH_CONNECTION: 'sharepoint'
      TEAMS_APP_ID: teamsAppId
      WEBSITES_PORT: '8080'
      PORT: '8080'
      SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
    },
    empty(otlpEndpoint) ? {} : { OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint }
  )
}

// Key Vault Secrets User: the web app may read the key, and nothing else of the vault.
resource mayReadKey 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, web.id, 'secrets-user')
  properties: {
    principalId: web.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      '4633458b-17de-408a-b874-0445c86b69e6'
    )
  }
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-bot'
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'S1' }
  properties: {
    displayName: 'Action plan'
    endpoint: 'https://${host}/api/messages'
    msaAppId: botClientId
    msaAppType: 'SingleTenant'
    msaAppTenantId: tenantId
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: { channelName: 'MsTeamsChannel' }
}

resource connection 'Microsoft.BotService/botServices/connections@2022-09-15' = {
  parent: bot
  name: 'sharepoint'
  location: 'global'
  properties: {
    // "Azure Active Directory v2" among the bot service's sign-in providers.
    serviceProviderId: '30dd229c-58e3-4a48-bdfd-91ec48eb906c'
    serviceProviderDisplayName: 'Azure Active Directory v2'
    clientId: botClientId
    clientSecret: botConnectionSecret
    scopes: '${sharePointOrigin}/AllSites.Write'
    parameters: [
      { key: 'tenantID', value: tenantId }
      { key: 'tokenExchangeUrl', value: 'api://botid-${botClientId}' }
    ]
  }
}

output baseUrl string = 'https://${host}'
output vaultName string = vault.name
