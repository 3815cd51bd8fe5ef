"""A NetworkManager with simulated radios, for python-dbusmock.

It replays the sequences of states that docs/wifi.md has recorded from the real daemon, forgets volatile profiles when
they are left, leaves bound ones when their owner disappears from the bus, goes back to a network that connects by
itself, and asks the secret agent of whoever wants a network before any other.

Tests steer it through the interface org.semcollector.Radios on NetworkManager's own object.
"""
import json

import dbus
from gi.repository import GLib
import dbusmock

NM = 'org.freedesktop.NetworkManager'
DEVICE, WIRELESS, ACCESS_POINT = NM + '.Device', NM + '.Device.Wireless', NM + '.AccessPoint'
ACTIVE, PROFILE = NM + '.Connection.Active', NM + '.Settings.Connection'
AGENT_MANAGER, AGENT = NM + '.AgentManager', NM + '.SecretAgent'
RADIOS = 'org.semcollector.Radios'
ROOT = '/org/freedesktop/NetworkManager'
NONE = dbus.ObjectPath('/')

BUS_NAME, MAIN_OBJ, MAIN_IFACE, SYSTEM_BUS = NM, ROOT, NM, True

STEP_MS = 5
SCAN_MS = 20
UNSAVED, VOLATILE = 1, 4
# the states of the radio and of the use of the profile, up to the point where outcomes differ
BEGIN = [('device', 40, 0), ('active', 1), ('device', 50, 0), ('device', 60, 0), ('device', 40, 0), ('device', 50, 0)]
OUTCOMES = {
    'ok': [('device', 70, 0), ('device', 80, 0), ('device', 90, 0), ('up',), ('device', 100, 0), ('active', 2)],
    'wrong': [('device', 60, 8), ('ask',), ('failed', 7)],
    'nodhcp': [('device', 70, 0), ('failed', 5)],
    'noaddress': [('device', 70, 0), ('failed', 5)],
    'notfound': [('failed', 53)],
    'supplicant': [('failed', 8)],
    'removed': [('failed', 36)],
    'hang': [],
    'off': [('device', 20, 0)],
    'left': [('end',)],
    'mute': [('quietly up',)],
}


class World:
    """What tests have scripted and what happened."""

    def __init__(self):
        self.count = 0
        self.once, self.outcomes, self.roams, self.permissions = {}, {}, {}, {}
        self.agents, self.answers, self.sent = [], [], []
        self.plays = {}          # device -> the play that is running
        self.scan = 'ok'
        self.later = []          # access points that the next scan hears first

    def next(self):
        self.count += 1
        return self.count


WORLD = World()


def uptime():
    with open('/proc/uptime', encoding='ascii') as file:
        return float(file.read().split()[0])


def thing(path):
    """The object at a path, or None."""
    return dbusmock.mockobject.objects.get(str(path))


def things(type_):
    return [path for path, o in dbusmock.mockobject.objects.items() if type_ in o.props]


def main():
    return thing(ROOT)


def ssid_of(settings):
    return bytes(bytearray(settings['802-11-wireless']['ssid'])).decode()


def fail(name, message):
    raise dbus.exceptions.DBusException(message, name=name)


def require(action, error):
    if WORLD.permissions.get(action, 'yes') != 'yes':
        fail(error, 'Insufficient privileges.')


# what happens

def device_state(path, state, reason):
    device = thing(path)
    old = device.props[DEVICE]['State']
    device.props[DEVICE]['State'] = dbus.UInt32(state)
    device.EmitSignal(DEVICE, 'StateChanged', 'uuu', [dbus.UInt32(state), old, dbus.UInt32(reason)])


def active_state(path, state, reason=0):
    active = thing(path)
    if active:
        active.props[ACTIVE]['State'] = dbus.UInt32(state)
        active.EmitSignal(ACTIVE, 'StateChanged', 'uu', [dbus.UInt32(state), dbus.UInt32(reason)])


def end(active):
    """The use of a profile ends; a volatile profile ends with it."""
    use = thing(active)
    if not use:
        return
    active_state(active, 4, 3)
    main().RemoveObject(active)
    for path in things(WIRELESS):
        device = thing(path)
        if device.props[DEVICE]['ActiveConnection'] == active:
            device.props[DEVICE]['ActiveConnection'] = NONE
            device.props[WIRELESS]['ActiveAccessPoint'] = NONE
    profile = str(use.props[ACTIVE]['Connection'])
    if int(thing(profile).props[PROFILE]['Flags']) & VOLATILE:
        main().RemoveObject(profile)


def owner_gone(active):
    """The program that a use is bound to has gone: the network is left, and one that connects by itself comes back."""
    if not thing(active):
        return
    device = str(thing(active).props[ACTIVE]['Devices'][0])
    stop(device)
    device_state(device, 110, 0)
    end(active)
    device_state(device, 30, 0)
    by_itself(device)


def by_itself(device):
    for path in things(PROFILE):
        if thing(path).settings['connection'].get('autoconnect', True):
            GLib.timeout_add(STEP_MS, lambda: use(path, device, NONE, None) and False)
            return


def stop(device):
    play = WORLD.plays.pop(device, None)
    if play:
        play['steps'] = []


def use(profile, device, access_point, asker):
    """Starts to use a profile on a device."""
    settings = thing(profile).settings
    if access_point == NONE:
        for path in thing(device).access_points:
            if bytes(bytearray(thing(path).props[ACCESS_POINT]['Ssid'])).decode() == ssid_of(settings):
                access_point = path
    active = f'{ROOT}/ActiveConnection/{WORLD.next()}'
    main().AddObject(active, ACTIVE, {
        'Devices': dbus.Array([dbus.ObjectPath(device)], signature='o'), 'Connection': dbus.ObjectPath(profile),
        'SpecificObject': dbus.ObjectPath(access_point), 'Id': settings['connection']['id'],
        'State': dbus.UInt32(0)}, [])
    outcome = WORLD.once.pop(ssid_of(settings), None) or WORLD.outcomes.get(ssid_of(settings), 'ok')
    if outcome == 'nodhcp' and settings.get('ipv4', {}).get('method') == 'manual':
        outcome = 'ok'
    play(device, active, access_point, outcome, asker)
    return active


def play(device, active, access_point, outcome, asker):
    stop(device)
    old = str(thing(device).props[DEVICE]['ActiveConnection'])
    before = [('device', 110, 60), ('end', old), ('device', 30, 60)] if old != '/' else []
    script = {'steps': before + [('begin',)] + BEGIN + OUTCOMES[outcome]}
    WORLD.plays[device] = script

    def step():
        if not script['steps']:
            return False
        kind, *rest = script['steps'].pop(0)
        if kind == 'device':
            device_state(device, *rest)
        elif kind == 'active':
            active_state(active, *rest)
        elif kind == 'begin':
            thing(device).props[DEVICE]['ActiveConnection'] = dbus.ObjectPath(active)
        elif kind == 'end':
            end(rest[0] if rest else active)
        elif kind == 'up':
            up(device, access_point)
        elif kind == 'quietly up':
            up(device, access_point)
            thing(active).props[ACTIVE]['State'] = dbus.UInt32(2)
        elif kind == 'ask':
            ask(str(thing(active).props[ACTIVE]['Connection']), asker, lambda: GLib.timeout_add(STEP_MS, step))
            return False
        elif kind == 'failed':
            device_state(device, 120, rest[0])
            end(active)
            device_state(device, 30, 0)
        return bool(script['steps'])
    GLib.timeout_add(STEP_MS, step)


def up(device, access_point):
    where = WORLD.roams.get(str(access_point), access_point)
    thing(device).props[WIRELESS]['ActiveAccessPoint'] = dbus.ObjectPath(where)


def ask(profile, asker, done):
    """Asks for the password again, first whoever wants the network; who answers UserCanceled ends it."""
    agents = sorted(WORLD.agents, key=lambda agent: agent != asker)

    def ask_next():
        if not agents:
            done()
            return
        main().connection.call_async(
            agents.pop(0), ROOT + '/SecretAgent', AGENT, 'GetSecrets', 'a{sa{sv}}osasu',
            (thing(profile).settings, dbus.ObjectPath(profile), '802-11-wireless-security',
             dbus.Array([], signature='s'), dbus.UInt32(7)),
            lambda *_: WORLD.answers.append('secrets') or done(), answered)

    def answered(error):
        WORLD.answers.append(error.get_dbus_name())
        if error.get_dbus_name().endswith('.UserCanceled'):
            done()
        else:
            ask_next()
    ask_next()


def add_profile(settings, flags):
    path = f'{ROOT}/Settings/{WORLD.next()}'
    main().AddObject(path, PROFILE, {'Flags': dbus.UInt32(flags)}, [])
    thing(path).settings = settings
    return path


# what NetworkManager offers

@dbus.service.method(NM, in_signature='', out_signature='ao')
def GetDevices(_self):
    return dbus.Array([dbus.ObjectPath(path) for path in things(DEVICE)], signature='o')


@dbus.service.method(NM, in_signature='', out_signature='a{ss}')
def GetPermissions(_self):
    known = ('wifi.scan', 'network-control', 'settings.modify.own', 'settings.modify.system')
    return {f'{NM}.{action}': WORLD.permissions.get(action, 'yes') for action in known}


@dbus.service.method(NM, in_signature='a{sa{sv}}ooa{sv}', out_signature='ooa{sv}', sender_keyword='sender')
def AddAndActivateConnection2(self, settings, device, access_point, options, sender=None):
    require('network-control', NM + '.PermissionDenied')
    require('settings.modify.own', NM + '.Settings.PermissionDenied')
    WORLD.sent.append(json.dumps({'settings': settings, 'options': options}))
    profile = add_profile(settings, UNSAVED | VOLATILE if options.get('persist') == 'volatile' else 0)
    active = use(profile, str(device), access_point, sender)
    if options.get('bind-activation') == 'dbus-client':
        self.connection.watch_name_owner(sender, lambda owner: None if owner else owner_gone(active))
    return (dbus.ObjectPath(profile), dbus.ObjectPath(active), dbus.Dictionary({}, signature='sv'))


@dbus.service.method(NM, in_signature='ooo', out_signature='o')
def ActivateConnection(_self, profile, device, access_point):
    if not thing(profile):
        fail(NM + '.UnknownConnection', 'Unknown connection')
    return dbus.ObjectPath(use(str(profile), str(device), access_point, None))


@dbus.service.method(NM, in_signature='o', out_signature='')
def DeactivateConnection(_self, active):
    if not thing(active):
        fail(NM + '.ConnectionNotActive', 'The connection was not active.')
    device = str(thing(active).props[ACTIVE]['Devices'][0])
    stop(device)
    device_state(device, 110, 39)
    end(str(active))
    device_state(device, 30, 39)


@dbus.service.method(AGENT_MANAGER, in_signature='su', out_signature='', sender_keyword='sender')
def RegisterWithCapabilities(self, _identifier, _capabilities, sender=None):
    WORLD.agents.append(sender)
    self.connection.watch_name_owner(sender, lambda owner: None if owner or sender not in WORLD.agents
                                     else WORLD.agents.remove(sender))


@dbus.service.method(WIRELESS, in_signature='', out_signature='ao')
def GetAllAccessPoints(self):
    return dbus.Array([dbus.ObjectPath(path) for path in self.access_points], signature='o')


@dbus.service.method(WIRELESS, in_signature='a{sv}', out_signature='')
def RequestScan(self, _options):
    require('wifi.scan', NM + '.PermissionDenied')
    if WORLD.scan == 'refused':
        fail(DEVICE + '.NotAllowed', 'Scanning not allowed immediately following previous scan')
    if WORLD.scan == 'ok':
        GLib.timeout_add(SCAN_MS, finish_scan, self)


def finish_scan(device):
    for path, about in WORLD.later:
        if path == device.path:
            hear(path, *about)
    WORLD.later = [(path, about) for path, about in WORLD.later if path != device.path]
    for path in device.access_points:
        thing(path).props[ACCESS_POINT]['LastSeen'] = dbus.Int32(int(uptime()))
    device.props[WIRELESS]['LastScan'] = dbus.Int64(int(uptime() * 1000))
    return False


def hear(device, ssid, bssid, frequency, strength, flags, wpa, rsn, ago):
    path = f'{ROOT}/AccessPoint/{WORLD.next()}'
    main().AddObject(path, ACCESS_POINT, {
        'Ssid': dbus.ByteArray(ssid.encode()), 'HwAddress': bssid, 'Frequency': dbus.UInt32(frequency),
        'Strength': dbus.Byte(strength), 'Flags': dbus.UInt32(flags), 'WpaFlags': dbus.UInt32(wpa),
        'RsnFlags': dbus.UInt32(rsn), 'LastSeen': dbus.Int32(-1 if ago < 0 else max(0, int(uptime()) - ago))}, [])
    thing(device).access_points.append(path)
    return path


# what tests script

@dbus.service.method(RADIOS, in_signature='', out_signature='')
def Clear(_self):
    """As after its start. Paths are not used again, so that what was still to come finds nothing."""
    for device in list(WORLD.plays):
        stop(device)
    for path in [path for path in dbusmock.mockobject.objects if path not in (ROOT, ROOT + '/AgentManager')]:
        main().RemoveObject(path)
    count = WORLD.count
    WORLD.__init__()
    WORLD.count = count
    main().props[NM].update({'WirelessEnabled': dbus.Boolean(True), 'WirelessHardwareEnabled': dbus.Boolean(True)})


@dbus.service.method(RADIOS, in_signature='', out_signature='as')
def Agents(_self):
    """Who has registered a secret agent and is still there."""
    return dbus.Array(WORLD.agents, signature='s')


@dbus.service.method(RADIOS, in_signature='su', out_signature='s')
def AddRadio(_self, interface, state):
    path = f'{ROOT}/Devices/{WORLD.next()}'
    main().AddObject(path, WIRELESS, {'LastScan': dbus.Int64(-1), 'ActiveAccessPoint': NONE}, [])
    device = thing(path)
    device.AddProperties(DEVICE, {'Interface': interface, 'DeviceType': dbus.UInt32(2), 'State': dbus.UInt32(state),
                                  'ActiveConnection': NONE})
    device.access_points = []
    return path


@dbus.service.method(RADIOS, in_signature='s', out_signature='')
def AddCable(_self, interface):
    main().AddObject(f'{ROOT}/Devices/{WORLD.next()}', DEVICE, {
        'Interface': interface, 'DeviceType': dbus.UInt32(1), 'State': dbus.UInt32(100), 'ActiveConnection': NONE}, [])


@dbus.service.method(RADIOS, in_signature='sssuyuuui', out_signature='s')
def AddAccessPoint(_self, device, ssid, bssid, frequency, strength, flags, wpa, rsn, ago):
    return hear(device, ssid, bssid, frequency, strength, flags, wpa, rsn, ago)


@dbus.service.method(RADIOS, in_signature='sssuyuuui', out_signature='')
def AddAccessPointLater(_self, device, ssid, bssid, frequency, strength, flags, wpa, rsn, ago):
    """The next scan hears it first."""
    WORLD.later.append((device, (ssid, bssid, frequency, strength, flags, wpa, rsn, ago)))


@dbus.service.method(RADIOS, in_signature='sssb', out_signature='s')
def AddNetwork(_self, device, ssid, access_point, volatile):
    """A profile that is in use."""
    profile = add_profile({'connection': {'id': ssid + ' (saved)', 'uuid': '11111111-2222-3333-4444-555555555555'},
                           '802-11-wireless': {'ssid': dbus.ByteArray(ssid.encode())}}, VOLATILE if volatile else 0)
    active = f'{ROOT}/ActiveConnection/{WORLD.next()}'
    main().AddObject(active, ACTIVE, {
        'Devices': dbus.Array([dbus.ObjectPath(device)], signature='o'), 'Connection': dbus.ObjectPath(profile),
        'SpecificObject': dbus.ObjectPath(access_point), 'Id': ssid + ' (saved)', 'State': dbus.UInt32(2)}, [])
    radio = thing(device)
    radio.props[DEVICE].update({'State': dbus.UInt32(100), 'ActiveConnection': dbus.ObjectPath(active)})
    radio.props[WIRELESS]['ActiveAccessPoint'] = dbus.ObjectPath(access_point)
    return profile


@dbus.service.method(RADIOS, in_signature='ss', out_signature='')
def Play(_self, ssid, outcome):
    """What becomes of joining this network from now on."""
    WORLD.outcomes[ssid] = outcome


@dbus.service.method(RADIOS, in_signature='ss', out_signature='')
def PlayOnce(_self, ssid, outcome):
    """What becomes of joining this network the next time."""
    WORLD.once[ssid] = outcome


@dbus.service.method(RADIOS, in_signature='s', out_signature='')
def PlayScan(_self, outcome):
    """ok, refused, or hang"""
    WORLD.scan = outcome


@dbus.service.method(RADIOS, in_signature='ss', out_signature='')
def Roam(_self, access_point, other):
    """Joining the one ends on the other."""
    WORLD.roams[access_point] = other


@dbus.service.method(RADIOS, in_signature='ss', out_signature='')
def Permit(_self, action, answer):
    WORLD.permissions[action] = answer


@dbus.service.method(RADIOS, in_signature='bb', out_signature='')
def SwitchRadio(_self, wireless, hardware):
    main().props[NM].update({'WirelessEnabled': dbus.Boolean(wireless), 'WirelessHardwareEnabled': dbus.Boolean(hardware)})
    for path in things(WIRELESS):
        device_state(path, 30 if wireless and hardware else 20, 0)


@dbus.service.method(RADIOS, in_signature='s', out_signature='')
def ForgetProfile(_self, profile):
    main().RemoveObject(profile)


@dbus.service.method(RADIOS, in_signature='s', out_signature='')
def AskFor(_self, profile):
    """Asks the agents for the password of a profile."""
    ask(profile, None, lambda: None)


@dbus.service.method(RADIOS, in_signature='', out_signature='as')
def Answers(_self):
    """What agents answered, by the names of the errors."""
    return dbus.Array(WORLD.answers, signature='s')


@dbus.service.method(RADIOS, in_signature='', out_signature='as')
def Sent(_self):
    """The profiles that were sent, with their options, as JSON."""
    return dbus.Array(WORLD.sent, signature='s')


@dbus.service.method(RADIOS, in_signature='', out_signature='as')
def Profiles(_self):
    """The networks of all profiles there are."""
    return dbus.Array([ssid_of(thing(path).settings) for path in things(PROFILE)], signature='s')


@dbus.service.method(RADIOS, in_signature='', out_signature='as')
def InUse(_self):
    """The networks that are joined, by interface: wlan0=Home"""
    joined = []
    for path in things(WIRELESS):
        device = thing(path).props
        use_ = thing(device[DEVICE]['ActiveConnection'])
        if use_ and int(use_.props[ACTIVE]['State']) == 2:
            ssid = ssid_of(thing(use_.props[ACTIVE]['Connection']).settings)
            joined.append(f"{device[DEVICE]['Interface']}={ssid}")
    return dbus.Array(joined, signature='s')


def load(mock, _parameters):
    mock.AddProperties(NM, {'Version': '1.42.4', 'WirelessEnabled': True, 'WirelessHardwareEnabled': True})
    mock.AddObject(ROOT + '/AgentManager', AGENT_MANAGER, {}, [])
