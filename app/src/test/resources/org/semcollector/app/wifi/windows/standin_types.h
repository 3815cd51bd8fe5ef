/* Structures of wlanapi.h, windot11.h, ntddndis.h, iptypes.h and winsock2.h for 64-bit Windows, as far as the stand-in
   needs them, with the names of Microsoft's headers. LayoutsTest compares them, and those of mingw-w64, with Java's. */
#ifndef STANDIN_TYPES_H
#define STANDIN_TYPES_H
#include <stddef.h>
#include <stdint.h>

typedef uint16_t WCHAR;
typedef uint32_t DWORD;
typedef int32_t LONG;
typedef int32_t BOOL;
typedef uint8_t UCHAR;
typedef uint16_t USHORT;
typedef void *HANDLE;
typedef struct { UCHAR bytes[16]; } __attribute__((aligned(4))) GUID;
typedef UCHAR DOT11_MAC_ADDRESS[6];

typedef struct { DWORD uSSIDLength; UCHAR ucSSID[32]; } DOT11_SSID;
typedef struct { GUID InterfaceGuid; WCHAR strInterfaceDescription[256]; DWORD isState; } WLAN_INTERFACE_INFO;
typedef struct { DWORD dwNumberOfItems, dwIndex; WLAN_INTERFACE_INFO InterfaceInfo[]; } WLAN_INTERFACE_INFO_LIST;
typedef struct { DWORD uRateSetLength; USHORT usRateSet[126]; } WLAN_RATE_SET;
typedef struct {
  DOT11_SSID dot11Ssid; DWORD uPhyId; DOT11_MAC_ADDRESS dot11Bssid; DWORD dot11BssType, dot11BssPhyType; LONG lRssi;
  DWORD uLinkQuality; UCHAR bInRegDomain; USHORT usBeaconPeriod; uint64_t ullTimestamp, ullHostTimestamp;
  USHORT usCapabilityInformation; DWORD ulChCenterFrequency; WLAN_RATE_SET wlanRateSet; DWORD ulIeOffset, ulIeSize;
} WLAN_BSS_ENTRY;
typedef struct { DWORD dwTotalSize, dwNumberOfItems; WLAN_BSS_ENTRY wlanBssEntries[]; } WLAN_BSS_LIST;
typedef struct {
  WCHAR strProfileName[256]; DOT11_SSID dot11Ssid; DWORD dot11BssType, uNumberOfBssids; BOOL bNetworkConnectable;
  DWORD wlanNotConnectableReason, uNumberOfPhyTypes, dot11PhyTypes[8]; BOOL bMorePhyTypes; DWORD wlanSignalQuality;
  BOOL bSecurityEnabled; DWORD dot11DefaultAuthAlgorithm, dot11DefaultCipherAlgorithm, dwFlags, dwReserved;
} WLAN_AVAILABLE_NETWORK;
typedef struct { DWORD dwNumberOfItems, dwIndex; WLAN_AVAILABLE_NETWORK Network[]; } WLAN_AVAILABLE_NETWORK_LIST;
typedef struct { UCHAR Type, Revision; USHORT Size; } NDIS_OBJECT_HEADER;
typedef struct {
  NDIS_OBJECT_HEADER Header; DWORD uNumOfEntries, uTotalNumOfEntries; DOT11_MAC_ADDRESS BSSIDs[1];
} DOT11_BSSID_LIST;
typedef struct {
  DWORD wlanConnectionMode; const WCHAR *strProfile; DOT11_SSID *pDot11Ssid; DOT11_BSSID_LIST *pDesiredBssidList;
  DWORD dot11BssType, dwFlags;
} WLAN_CONNECTION_PARAMETERS;
typedef struct {
  DOT11_SSID dot11Ssid; DWORD dot11BssType; DOT11_MAC_ADDRESS dot11Bssid; DWORD dot11PhyType, uDot11PhyIndex,
  wlanSignalQuality, ulRxRate, ulTxRate;
} WLAN_ASSOCIATION_ATTRIBUTES;
typedef struct { BOOL bSecurityEnabled, bOneXEnabled; DWORD dot11AuthAlgorithm, dot11CipherAlgorithm; }
  WLAN_SECURITY_ATTRIBUTES;
typedef struct {
  DWORD isState, wlanConnectionMode; WCHAR strProfileName[256]; WLAN_ASSOCIATION_ATTRIBUTES wlanAssociationAttributes;
  WLAN_SECURITY_ATTRIBUTES wlanSecurityAttributes;
} WLAN_CONNECTION_ATTRIBUTES;
typedef struct { DWORD dwPhyIndex, dot11SoftwareRadioState, dot11HardwareRadioState; } WLAN_PHY_RADIO_STATE;
typedef struct { DWORD dwNumberOfPhys; WLAN_PHY_RADIO_STATE PhyRadioState[64]; } WLAN_RADIO_STATE;
typedef struct {
  DWORD NotificationSource, NotificationCode; GUID InterfaceGuid; DWORD dwDataSize; void *pData;
} WLAN_NOTIFICATION_DATA;
typedef struct {
  DWORD wlanConnectionMode; WCHAR strProfileName[256]; DOT11_SSID dot11Ssid; DWORD dot11BssType; BOOL bSecurityEnabled;
  DWORD wlanReasonCode, dwFlags; WCHAR strProfileXml[1];
} WLAN_CONNECTION_NOTIFICATION_DATA;
typedef void (*WLAN_NOTIFICATION_CALLBACK)(WLAN_NOTIFICATION_DATA *, void *);

typedef struct { USHORT sin_family, sin_port; UCHAR sin_addr[4]; char sin_zero[8]; } SOCKADDR_IN;
typedef struct { SOCKADDR_IN *lpSockaddr; LONG iSockaddrLength; } SOCKET_ADDRESS;
typedef struct unicast {
  DWORD Length, Flags; struct unicast *Next; SOCKET_ADDRESS Address;
} IP_ADAPTER_UNICAST_ADDRESS_LH;
typedef struct adapter {
  DWORD Length, IfIndex; struct adapter *Next; char *AdapterName; IP_ADAPTER_UNICAST_ADDRESS_LH *FirstUnicastAddress;
} IP_ADAPTER_ADDRESSES_LH;
#endif
