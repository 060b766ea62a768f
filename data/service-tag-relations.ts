/**
 * Which service tags contain or overlap each other, measured on the weekly files of the three clouds. Rules are
 * judged by these relations while no weekly file is loaded.
 */

import { type Cited, cloudNames } from './model.ts';
import { citeWeeklyFile } from './weekly-files.ts';

/**
 * Relations between base tags over IPv4, the same in every cloud that has both tags.
 *
 * Complete for every pair with a tag of `serviceTags` in it: two tags that are not listed here are disjoint. Not
 * listed, because it always holds for those tags: Tag.<region> is in Tag, in AzureCloud.<region> and in AzureCloud
 * (Storage.<region> too, although Storage is not), and the tags of two regions are disjoint.
 */
export interface ServiceTagRelations extends Cited {
  /** `outer` contains every prefix of `inner`. */
  readonly contained: readonly { readonly outer: string; readonly inner: string }[];
  /** The two overlap, or whether they do depends on the cloud: only a weekly file decides. */
  readonly overlapping: readonly { readonly first: string; readonly second: string }[];
}

const inAzureCloud = [
  'ApiManagement',
  'AppConfiguration',
  'AppService',
  'AppServiceManagement',
  'ApplicationInsightsAvailability',
  'AutonomousDevelopmentPlatform',
  'AzureActiveDirectory.ServiceEndpoint',
  'AzureActiveDirectoryDomainServices',
  'AzureAdvancedThreatProtection',
  'AzureArcInfrastructure',
  'AzureAttestation',
  'AzureBackup',
  'AzureBotService',
  'AzureCognitiveSearch',
  'AzureConnectors',
  'AzureContainerRegistry',
  'AzureCosmosDB',
  'AzureDataExplorerManagement',
  'AzureDataLake',
  'AzureDatabricks',
  'AzureDevOps',
  'AzureDevSpaces',
  'AzureDeviceUpdate',
  'AzureDigitalTwins',
  'AzureEventGrid',
  'AzureHealthcareAPIs',
  'AzureInformationProtection',
  'AzureIoTHub',
  'AzureKeyVault',
  'AzureLoadTestingInstanceManagement',
  'AzureMachineLearning',
  'AzureMachineLearningInference',
  'AzureManagedGrafana',
  'AzureMonitor',
  'AzureMonitor.Core',
  'AzureMonitorForSAP',
  'AzureOpenDatasets',
  'AzurePortal',
  'AzureResourceManager',
  'AzureSecurityCenter',
  'AzureSentinel',
  'AzureSignalR',
  'AzureSiteRecovery',
  'AzureSphere',
  'AzureSpringCloud',
  'AzureStack',
  'AzureTrafficManager',
  'AzureUpdateDelivery',
  'AzureWebPubSub',
  'BatchNodeManagement',
  'ChaosStudio',
  'CognitiveServicesFrontend',
  'CognitiveServicesManagement',
  'Dynamics365BusinessCentral',
  'Dynamics365ForMarketingEmail',
  'EventHub',
  'GatewayManager',
  'Grafana',
  'HDInsight',
  'KustoAnalytics',
  'LogicApps',
  'LogicAppsManagement',
  'M365ManagementActivityApi',
  'M365ManagementActivityApiWebhook',
  'Marketplace',
  'MicrosoftAzureFluidRelay',
  'MicrosoftCloudAppSecurity',
  'MicrosoftContainerRegistry',
  'MicrosoftDefenderForEndpoint',
  'MicrosoftPurviewPolicyDistribution',
  'OneDsCollector',
  'PowerBI',
  'PowerPlatformInfra',
  'PowerPlatformPlex',
  'PowerQueryOnline',
  'Scuba',
  'SecurityCopilot',
  'SerialConsole',
  'ServiceBus',
  'ServiceFabric',
  'Sql',
  'StorageMover',
  'StorageSyncService',
  'SystemServiceAzureSpringAppsResourceProvider',
  'VideoIndexer',
  'WindowsAdminCenter',
];

const partlyInAzureCloud = [
  'ActionGroup',
  'AzureActiveDirectory',
  'AzureFrontDoor.Backend',
  'AzureFrontDoor.Frontend',
  'AzureFrontDoor.MicrosoftSecurity',
  'DataFactory',
  'DataFactoryManagement',
  'EOPExternalPublishedIPs',
  'GuestAndHybridManagement',
  'SCCservice',
  'SqlManagement',
  'Storage',
  'WindowsVirtualDesktop',
];

export const serviceTagRelations: ServiceTagRelations = {
  contained: [
    ...inAzureCloud.map((inner) => ({ outer: 'AzureCloud', inner })),
    { outer: 'AzureActiveDirectory', inner: 'AzureActiveDirectory.ServiceEndpoint' },
    { outer: 'AzureActiveDirectory', inner: 'AzureActiveDirectoryDomainServices' },
    { outer: 'AzureMonitor', inner: 'AzureMonitor.Core' },
  ],
  overlapping: partlyInAzureCloud.map((second) => ({ first: 'AzureCloud', second })),
  citations: cloudNames.map((cloud) => citeWeeklyFile(cloud, 'addressPrefixes', 'INFERRED')),
};
