/** `names | of the service`, the hosts where it asks for codes, the hosts where it sets them up. */
export type LoginRow = readonly [names: string, login: string, setUp?: string]

/**
 * The login hosts of well-known services, kept by hand: codes are asked for on the login hosts,
 * while the QR code may stand on another one. Only hosts that belong to the service itself, never
 * one below which customers get names (those are in tenants.ts, each with its own customer's only).
 * The first name is the one shown; the others are what files and QR codes call the service.
 */
export const loginRows: readonly LoginRow[] = [
  // Accounts for many services
  [
    'Google|Gmail|Google Mail|YouTube|Google Workspace|G Suite|Google Cloud|Google Cloud Platform|Google Drive|Google Play|Google Pay|Google Chat|Google Meet|Google Fi|Google Fiber|Google Fit|Google Nest|Android',
    'accounts.google.com',
    'myaccount.google.com admin.google.com mail.google.com',
  ],
  [
    'Microsoft|Microsoft Account|Outlook|Outlook.com|Hotmail|Live|Xbox|Xbox Live|OneDrive|Skype|Minecraft|Office 365|Microsoft 365|Microsoft 365 Copilot|Azure|Microsoft Azure|Azure AD|Entra ID|Microsoft Entra ID|Microsoft Teams|Microsoft To-Do|Visual Studio Codespaces|NuGet|NuGet.org',
    'login.microsoftonline.com login.live.com',
    'mysignins.microsoft.com myaccount.microsoft.com account.microsoft.com account.live.com portal.azure.com',
  ],
  ['Apple|Apple ID|Apple Account|iCloud', 'idmsa.apple.com', 'account.apple.com appleid.apple.com'],
  ['GitHub|GitHub.com', 'github.com'],
  ['GitLab|GitLab.com', 'gitlab.com'],
]
