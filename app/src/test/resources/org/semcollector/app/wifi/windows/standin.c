/* A stand-in for wlanapi.dll and iphlpapi.dll with Windows's structures. It plays a laptop with one adapter: scans and
   joins take their time on threads of their own, which then call back. A test sets the scene with standin_set. */
#include "standin_types.h"
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { DENIED = 5, BAD_HANDLE = 6, BAD_PARAMETER = 87, OVERFLOW = 111, NOBODY = 67, NO_SERVICE = 1062, BAD_PROFILE = 1206,
       NOT_CONNECTED = 5023 };
enum { SOURCE_ACM = 8, SCAN_COMPLETE = 7, CONNECTION_START = 9, CONNECTION_COMPLETE = 10, ATTEMPT_FAIL = 11,
       DISCONNECTING = 20, DISCONNECTED = 21 };
enum { NETWORKS = 3, HOME = 0, NEAR = 1, FAR = 2, NOWHERE = -1, CONNECTED_STATE = 1, DISCONNECTED_STATE = 4 };
static const char *const NAMES[] = {"Home", "SEM-24:6f:28:00:00:01", "SEM-24:6f:28:00:00:02"};
static const UCHAR HANDLE_VALUE = 0x2a;
static const GUID ADAPTER =
    {{0x7a, 0x47, 0xd4, 0x25, 0x59, 0x5d, 0x93, 0x4c, 0x8d, 0x91, 0x2b, 0x0e, 0x1b, 0x5f, 0x6c, 0x4b}};
static const UCHAR RSN_PSK[] = {0x30, 20, 1, 0, 0, 0x0f, 0xac, 4, 1, 0, 0, 0x0f, 0xac, 4, 1, 0, 0, 0x0f, 0xac, 2, 0, 0};

/* What a test may set; all zero is a laptop at home with two meters in range. */
static struct {
  int noAdapter, noService, radioOff, denyLocation, noMeters, scanHangs, joinHangs, noAddress, homeGone, otherPassword,
      impostorHeard, impostorJoined, impostorAnswers, startAway, connectError, scanError, retries, staleHandles;
} scene;
static const struct { const char *key; int *value; } SETTINGS[] = {
    {"noAdapter", &scene.noAdapter}, {"noService", &scene.noService}, {"radioOff", &scene.radioOff},
    {"denyLocation", &scene.denyLocation}, {"noMeters", &scene.noMeters}, {"scanHangs", &scene.scanHangs},
    {"joinHangs", &scene.joinHangs}, {"noAddress", &scene.noAddress}, {"homeGone", &scene.homeGone},
    {"otherPassword", &scene.otherPassword}, {"impostorHeard", &scene.impostorHeard},
    {"impostorJoined", &scene.impostorJoined}, {"impostorAnswers", &scene.impostorAnswers},
    {"startAway", &scene.startAway}, {"connectError", &scene.connectError}, {"scanError", &scene.scanError},
    {"retries", &scene.retries},
    {"staleHandles", &scene.staleHandles}};

/* What happened. */
static struct { int passwords, handles, memory, connects; } seen;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER, calling = PTHREAD_MUTEX_INITIALIZER;
static WLAN_NOTIFICATION_CALLBACK callback;
static void *context;
static int at;          /* which network the adapter is in */
static int generation;  /* of requests: an older one has no effect any more */

void standin_reset(void) {
  pthread_mutex_lock(&lock);
  memset(&scene, 0, sizeof scene);
  memset(&seen, 0, sizeof seen);
  at = HOME;
  generation++;
  pthread_mutex_unlock(&lock);
}

int standin_set(const char *key, int value) {
  for (size_t i = 0; i < sizeof SETTINGS / sizeof *SETTINGS; i++) {
    if (strcmp(key, SETTINGS[i].key) == 0) {
      pthread_mutex_lock(&lock);
      *SETTINGS[i].value = value;
      if (SETTINGS[i].value == &scene.startAway)
        at = value - 1;
      pthread_mutex_unlock(&lock);
      return 1;
    }
  }
  return 0;
}

int standin_passwords(void) { return seen.passwords; }
int standin_handles(void) { return seen.handles; }
int standin_memory(void) { return seen.memory; }
int standin_connects(void) { return seen.connects; }
int standin_listens(void) { return callback != NULL; }
int standin_at(void) { return at; }

static void *allocated(size_t size) {
  __atomic_add_fetch(&seen.memory, 1, __ATOMIC_SEQ_CST);
  return calloc(1, size);
}

void WlanFreeMemory(void *memory) {
  __atomic_sub_fetch(&seen.memory, 1, __ATOMIC_SEQ_CST);
  free(memory);
}

static void wide(WCHAR *to, const char *from) {
  while ((*to++ = (UCHAR)*from++) != 0) {
  }
}

static void narrow(char *to, size_t size, const WCHAR *from) {
  size_t i = 0;
  for (; from[i] != 0 && i + 1 < size; i++)
    to[i] = (char)from[i];
  to[i] = 0;
}

static DOT11_SSID ssid(const char *name) {
  DOT11_SSID result = {.uSSIDLength = (DWORD)strlen(name)};
  memcpy(result.ucSSID, name, result.uSSIDLength);
  return result;
}

static void bssid(UCHAR *to, int network, bool impostor) {
  static const UCHAR OTHER_RADIO[] = {0xde, 0xad, 0xbe, 0xef, 0, 1};
  UCHAR genuine[] = {0x24, 0x6f, 0x28, 0, 0, (UCHAR)network};
  memcpy(to, impostor && network == NEAR ? OTHER_RADIO : genuine, 6);
}

static bool in_range(int network) { return network == HOME ? !scene.homeGone : !scene.noMeters; }

static void notify(DWORD code, int network, const char *profile, DWORD reason) {
  WLAN_CONNECTION_NOTIFICATION_DATA *data = calloc(1, sizeof *data);
  WLAN_NOTIFICATION_DATA notification = {SOURCE_ACM, code, ADAPTER, 0, NULL};
  if (network != NOWHERE || profile != NULL) {
    wide(data->strProfileName, profile);
    data->dot11Ssid = ssid(profile);
    data->wlanReasonCode = reason;
    notification.dwDataSize = sizeof *data;
    notification.pData = data;
  }
  pthread_mutex_lock(&calling);
  if (callback != NULL)
    callback(&notification, context);
  pthread_mutex_unlock(&calling);
  memset(data, 0xff, sizeof *data); /* gone once the call is over, as on Windows */
  free(data);
}

static void start(void *(*work)(void *), void *argument) {
  pthread_t thread;
  pthread_create(&thread, NULL, work, argument);
  pthread_detach(thread);
}

DWORD WlanOpenHandle(DWORD version, void *reserved, DWORD *negotiated, HANDLE *handle) {
  if (version != 2 || reserved != NULL)
    return BAD_PARAMETER;
  if (scene.noService)
    return NO_SERVICE;
  seen.handles++;
  *negotiated = version;
  *handle = (HANDLE)&HANDLE_VALUE;
  return 0;
}

static DWORD check(HANDLE handle, const GUID *guid) {
  if (handle != &HANDLE_VALUE)
    return BAD_HANDLE;
  return guid == NULL || memcmp(guid, &ADAPTER, sizeof ADAPTER) == 0 ? 0 : BAD_PARAMETER;
}

DWORD WlanCloseHandle(HANDLE handle, void *reserved) {
  if (check(handle, NULL) != 0 || reserved != NULL)
    return BAD_HANDLE;
  seen.handles--;
  return 0;
}

DWORD WlanRegisterNotification(HANDLE handle, DWORD source, BOOL ignoreDuplicate, WLAN_NOTIFICATION_CALLBACK function,
                               void *argument, void *reserved, DWORD *former) {
  (void)ignoreDuplicate;
  if (check(handle, NULL) != 0 || reserved != NULL || former != NULL || (source != 0 && source != SOURCE_ACM))
    return BAD_PARAMETER;
  pthread_mutex_lock(&calling); /* waits for a callback that runs */
  callback = source == 0 ? NULL : function;
  context = argument;
  pthread_mutex_unlock(&calling);
  return 0;
}

DWORD WlanEnumInterfaces(HANDLE handle, void *reserved, WLAN_INTERFACE_INFO_LIST **list) {
  if (check(handle, NULL) != 0 || reserved != NULL)
    return BAD_HANDLE;
  if (scene.staleHandles > 0) {
    scene.staleHandles--;
    return BAD_HANDLE;
  }
  *list = allocated(sizeof **list + sizeof(WLAN_INTERFACE_INFO));
  (*list)->dwNumberOfItems = scene.noAdapter ? 0 : 1;
  (*list)->InterfaceInfo[0].InterfaceGuid = ADAPTER;
  wide((*list)->InterfaceInfo[0].strInterfaceDescription, "Stand-in Wi-Fi 6 AX201");
  (*list)->InterfaceInfo[0].isState = at == NOWHERE ? DISCONNECTED_STATE : CONNECTED_STATE;
  return 0;
}

static void *scanned(void *argument) {
  usleep(20 * 1000);
  if ((int)(intptr_t)argument == generation)
    notify(SCAN_COMPLETE, NOWHERE, NULL, 0);
  return NULL;
}

DWORD WlanScan(HANDLE handle, const GUID *guid, const DOT11_SSID *only, const void *elements, void *reserved) {
  if (check(handle, guid) != 0 || only != NULL || elements != NULL || reserved != NULL)
    return BAD_PARAMETER;
  if (scene.denyLocation)
    return DENIED;
  if (scene.scanError)
    return (DWORD)scene.scanError;
  if (!scene.scanHangs)
    start(scanned, (void *)(intptr_t)generation);
  return 0;
}

static uint64_t hundred_nanoseconds_since_1601(void) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  return ((uint64_t)now.tv_sec + 11644473600ULL) * 10000000ULL + (uint64_t)now.tv_nsec / 100;
}

DWORD WlanGetNetworkBssList(HANDLE handle, const GUID *guid, const DOT11_SSID *only, DWORD type, BOOL secured,
                            void *reserved, WLAN_BSS_LIST **list) {
  if (check(handle, guid) != 0 || only != NULL || type != 3 || secured != 0 || reserved != NULL)
    return BAD_PARAMETER;
  if (scene.denyLocation)
    return DENIED;
  size_t size = sizeof **list + NETWORKS * sizeof(WLAN_BSS_ENTRY) + sizeof RSN_PSK;
  *list = allocated(size);
  (*list)->dwTotalSize = (DWORD)size;
  WLAN_BSS_ENTRY *entry = (*list)->wlanBssEntries;
  for (int network = NETWORKS - 1; network >= 0; network--) { /* the weakest first */
    if (!in_range(network))
      continue;
    entry->dot11Ssid = ssid(NAMES[network]);
    bssid(entry->dot11Bssid, network, scene.impostorHeard);
    entry->dot11BssType = 1;
    entry->lRssi = -40 - 10 * network;
    entry->uLinkQuality = (DWORD)(90 - 20 * network);
    entry->ulChCenterFrequency = 2437000;
    entry->usCapabilityInformation = 0x11;
    entry->ullTimestamp = 3600000000ULL;
    entry->ullHostTimestamp = hundred_nanoseconds_since_1601() - 20000000ULL;
    entry->ulIeSize = sizeof RSN_PSK;
    entry++;
    (*list)->dwNumberOfItems++;
  }
  memcpy(entry, RSN_PSK, sizeof RSN_PSK);
  for (DWORD i = 0; i < (*list)->dwNumberOfItems; i++) /* counted from each entry's own start */
    (*list)->wlanBssEntries[i].ulIeOffset = (DWORD)((UCHAR *)entry - (UCHAR *)&(*list)->wlanBssEntries[i]);
  return 0;
}

DWORD WlanGetAvailableNetworkList(HANDLE handle, const GUID *guid, DWORD flags, void *reserved,
                                  WLAN_AVAILABLE_NETWORK_LIST **list) {
  if (check(handle, guid) != 0 || flags != 0 || reserved != NULL)
    return BAD_PARAMETER;
  if (scene.denyLocation)
    return DENIED;
  *list = allocated(sizeof **list + NETWORKS * sizeof(WLAN_AVAILABLE_NETWORK));
  for (int network = 0; network < NETWORKS; network++) {
    if (!in_range(network))
      continue;
    WLAN_AVAILABLE_NETWORK *entry = &(*list)->Network[(*list)->dwNumberOfItems++];
    entry->dot11Ssid = ssid(NAMES[network]);
    entry->bSecurityEnabled = 1;
    entry->dot11DefaultAuthAlgorithm = 7;
  }
  return 0;
}

DWORD WlanQueryInterface(HANDLE handle, const GUID *guid, DWORD what, void *reserved, DWORD *size, void **data,
                         DWORD *type) {
  if (check(handle, guid) != 0 || reserved != NULL || type != NULL)
    return BAD_PARAMETER;
  if (what == 4) {
    WLAN_RADIO_STATE *radio = allocated(*size = sizeof *radio);
    radio->dwNumberOfPhys = 2;
    for (int i = 0; i < 2; i++)
      radio->PhyRadioState[i] = (WLAN_PHY_RADIO_STATE){(DWORD)i, scene.radioOff == 1 ? 2 : 1, scene.radioOff == 2 ? 2 : 1};
    *data = radio;
    return 0;
  }
  if (what != 7)
    return BAD_PARAMETER;
  if (scene.denyLocation)
    return DENIED;
  if (at == NOWHERE)
    return NOT_CONNECTED;
  WLAN_CONNECTION_ATTRIBUTES *connection = allocated(*size = sizeof *connection);
  connection->isState = CONNECTED_STATE;
  wide(connection->strProfileName, NAMES[at]);
  connection->wlanAssociationAttributes.dot11Ssid = ssid(NAMES[at]);
  bssid(connection->wlanAssociationAttributes.dot11Bssid, at, scene.impostorJoined);
  *data = connection;
  return 0;
}

typedef struct {
  int generation, network;
  DWORD reason;
  char name[64];
} Wish;

static void *joining(void *argument) {
  Wish *wish = argument;
  usleep(30 * 1000);
  pthread_mutex_lock(&lock);
  bool wanted = wish->generation == generation && !(scene.joinHangs && wish->network != HOME);
  DWORD reason = wish->network == NOWHERE || !in_range(wish->network) ? 0x2800b : wish->reason;
  DWORD refusal = reason == 0x2800b ? 0x38014 : reason;
  bool again = scene.retries > 0 && wish->network != HOME;
  if (again) {
    scene.retries--;
    refusal = 0x38002;
  }
  if (wanted)
    at = reason == 0 ? wish->network : NOWHERE;
  pthread_mutex_unlock(&lock);
  if (wanted) {
    if (refusal != 0)
      notify(ATTEMPT_FAIL, wish->network, wish->name, refusal);
    notify(CONNECTION_COMPLETE, wish->network, wish->name, reason);
  }
  free(wish);
  return NULL;
}

/* The content of an element, with the five characters that XML escapes. */
static bool element(const char *xml, const char *name, char *to, size_t size) {
  static const struct { const char *escaped; char plain; } ESCAPES[] = {
      {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
  char tag[64];
  snprintf(tag, sizeof tag, "<%s>", name);
  const char *from = strstr(xml, tag);
  if (from == NULL)
    return false;
  from += strlen(tag);
  size_t length = 0;
  while (*from != '<' && *from != 0 && length + 1 < size) {
    char plain = *from;
    size_t used = 1;
    for (size_t i = 0; i < sizeof ESCAPES / sizeof *ESCAPES; i++) {
      if (strncmp(from, ESCAPES[i].escaped, strlen(ESCAPES[i].escaped)) == 0) {
        plain = ESCAPES[i].plain;
        used = strlen(ESCAPES[i].escaped);
      }
    }
    to[length++] = plain;
    from += used;
  }
  to[length] = 0;
  return true;
}

/* A temporary profile; gives an error, or the wish. */
static DWORD temporary(const WLAN_CONNECTION_PARAMETERS *parameters, Wish *wish) {
  char xml[4096], name[64], hex[80], key[128], expected[80] = "";
  narrow(xml, sizeof xml, parameters->strProfile);
  if (parameters->pDot11Ssid == NULL || !element(xml, "name", name, sizeof name) || !element(xml, "hex", hex, sizeof hex))
    return BAD_PROFILE;
  for (DWORD i = 0; i < parameters->pDot11Ssid->uSSIDLength; i++)
    sprintf(expected + 2 * i, "%02X", parameters->pDot11Ssid->ucSSID[i]);
  if (strcmp(hex, expected) != 0)
    return BAD_PROFILE;
  strcpy(wish->name, name);
  if (element(xml, "keyMaterial", key, sizeof key)) {
    if (strlen(key) < 8)
      return BAD_PROFILE;
    seen.passwords++;
    const char *right = scene.otherPassword ? "changed-horse-battery" : "right-horse-battery";
    wish->reason = strcmp(key, right) == 0 ? 0 : 0x48014;
  } else {
    wish->reason = 0x40019; /* privacy does not match */
  }
  return 0;
}

DWORD WlanConnect(HANDLE handle, const GUID *guid, const WLAN_CONNECTION_PARAMETERS *parameters, void *reserved) {
  if (check(handle, guid) != 0 || reserved != NULL || parameters->strProfile == NULL || parameters->dot11BssType != 1
      || parameters->dwFlags != 0)
    return BAD_PARAMETER;
  if (scene.connectError)
    return (DWORD)scene.connectError;
  Wish *wish = calloc(1, sizeof *wish);
  DWORD error = 0;
  if (parameters->wlanConnectionMode == 1)
    error = temporary(parameters, wish);
  else if (parameters->wlanConnectionMode == 0 && parameters->pDot11Ssid == NULL && parameters->pDesiredBssidList == NULL)
    narrow(wish->name, sizeof wish->name, parameters->strProfile);
  else
    error = BAD_PARAMETER;
  wish->network = NOWHERE;
  for (int network = 0; network < NETWORKS; network++) {
    UCHAR heard[6];
    bssid(heard, network, scene.impostorHeard);
    const DOT11_BSSID_LIST *pinned = parameters->pDesiredBssidList;
    if (pinned != NULL && (pinned->Header.Type != 0x80 || pinned->Header.Revision != 1
        || pinned->Header.Size != sizeof *pinned || pinned->uNumOfEntries != 1 || pinned->uTotalNumOfEntries != 1))
      error = BAD_PARAMETER;
    if (strcmp(wish->name, NAMES[network]) == 0 && (pinned == NULL || memcmp(pinned->BSSIDs[0], heard, 6) == 0))
      wish->network = network;
  }
  if (error != 0) {
    free(wish);
    return error;
  }
  pthread_mutex_lock(&lock);
  seen.connects++;
  wish->generation = ++generation;
  if (!scene.joinHangs)
    at = NOWHERE;
  pthread_mutex_unlock(&lock);
  start(joining, wish);
  return 0;
}

DWORD WlanDisconnect(HANDLE handle, const GUID *guid, void *reserved) {
  if (check(handle, guid) != 0 || reserved != NULL)
    return BAD_PARAMETER;
  pthread_mutex_lock(&lock);
  int left = at;
  at = NOWHERE;
  generation++;
  pthread_mutex_unlock(&lock);
  if (left != NOWHERE)
    notify(DISCONNECTED, left, NAMES[left], 0);
  if (scene.denyLocation && left != HOME && !scene.homeGone) { /* Windows looks for a network it knows */
    Wish *wish = calloc(1, sizeof *wish);
    strcpy(wish->name, NAMES[wish->network = HOME]);
    wish->generation = generation;
    start(joining, wish);
  }
  return 0;
}

DWORD GetAdaptersAddresses(DWORD family, DWORD flags, void *reserved, IP_ADAPTER_ADDRESSES_LH *list, DWORD *size) {
  static const UCHAR AT_HOME[] = {192, 168, 1, 20}, AT_METER[] = {10, 0, 0, 2}, ALONE[] = {169, 254, 7, 7};
  typedef struct {
    IP_ADAPTER_ADDRESSES_LH wired, wireless;
    IP_ADAPTER_UNICAST_ADDRESS_LH unicast;
    SOCKADDR_IN address;
    char names[2][40];
    char rest[20000]; /* real lists are longer than the first guess */
  } All;
  if (family != 2 || flags != 14 || reserved != NULL)
    return BAD_PARAMETER;
  if (*size < sizeof(All)) {
    *size = sizeof(All);
    return OVERFLOW;
  }
  All *all = memset(list, 0, sizeof(All));
  all->wired = (IP_ADAPTER_ADDRESSES_LH){.Length = sizeof all->wired, .IfIndex = 4, .Next = &all->wireless,
                                         .AdapterName = strcpy(all->names[0], "{00000000-0000-0000-0000-000000000004}")};
  all->wireless = (IP_ADAPTER_ADDRESSES_LH){.Length = sizeof all->wireless, .IfIndex = 7,
                                            .AdapterName = strcpy(all->names[1], "{25D4477A-5D59-4C93-8D91-2B0E1B5F6C4B}")};
  if (at != NOWHERE)
    all->wireless.FirstUnicastAddress = &all->unicast;
  all->unicast.Address = (SOCKET_ADDRESS){&all->address, sizeof all->address};
  all->address.sin_family = 2;
  memcpy(all->address.sin_addr, at == HOME ? AT_HOME : scene.noAddress ? ALONE : AT_METER, 4);
  return 0;
}

DWORD SendARP(DWORD destination, DWORD source, void *mac, DWORD *length) {
  static const UCHAR METER[] = {10, 0, 0, 1}, GUEST[] = {10, 0, 0, 2};
  if (memcmp(&destination, METER, 4) != 0 || memcmp(&source, GUEST, 4) != 0 || *length < 6)
    return BAD_PARAMETER;
  if (at == NOWHERE || at == HOME)
    return NOBODY;
  bssid(mac, at, scene.impostorAnswers);
  *length = 6;
  return 0;
}
