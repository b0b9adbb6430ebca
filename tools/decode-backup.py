"""Opens Sixpence's files without Sixpence: encrypted and plain backups, and copies of the vault.
Prints an otpauth:// line for every entry; what has none stands whole behind a "#". Encrypted files
need cryptography and argon2-cffi (Debian: python3-cryptography python3-argon2); the format is told
in docs/vault-format.md. Exit codes: 0 done, 2 cannot run, 3 wrong password, 4 damaged or not from
Sixpence, 5 key derivation refused, 6 from a newer version, 7 done, some entries have no line."""
import argparse, base64, getpass, itertools, json, re, sys, unicodedata
from urllib.parse import quote
def need(holds, sentence, code=4):
    if not holds: sys.exit(print(sentence, file=sys.stderr) or code)
def check_version(value, what):
    need(type(value) is int and value > 0, f'The {what} is damaged or not from Sixpence.')
    need(value == 1, f'A newer version of Sixpence wrote the {what}: take its decoder.', 6)
def parse(data, what, depth=64):
    try:
        text = data.decode().removeprefix('\ufeff' if what == 'file' else '')
        marks = ((c in '[{') - (c in ']}') for c in re.sub(r'(?s)"(?:[^"\\]|\\.)*"', '', text))
        need(max(itertools.accumulate(marks), default=0) <= depth, f'The {what} nests too deep.')
        return json.loads(text, parse_constant=int)  # int refuses NaN and Infinity
    except ValueError: need(False, f'The {what} is damaged, cut off or not from Sixpence: no JSON.')
def unbase64(text, what, size=None, code=4):  # strict: padded, no spaces, spare bits zero
    try: data = base64.b64decode(text, validate=True)
    except ValueError: data = b''
    sound = base64.b64encode(data).decode() == text and size in (None, len(data))
    return need(sound, f'The {what} is damaged.', code) or data
def judge(slot):  # before any memory is taken
    name, salt, version, m, t, p = (slot['kdf'][key] for key in ('name', 'salt', 'version', *'mtp'))
    need(all(type(n) in (int, float) for n in (version, m, t, p)), 'The slot is damaged.')
    bounded = m in range(19456, 262145) and t in range(1, 17) and p in range(1, 17)
    need(bounded and (name, version) == ('argon2id', 19), 'The key derivation is refused.', 5)
    kdf = (unbase64(salt, 'salt', 16, 5), int(t), int(m), int(p))
    return kdf, unbase64(slot['nonce'], 'slot', 12), unbase64(slot['key'], 'slot', 48)

def unseal(file, vault, ask):
    text, number = file['protected'], file['generation'] if vault else 1
    need(len(text) <= 65536 and re.fullmatch('[A-Za-z0-9_-]*', text), 'The header is damaged.')
    need(1 <= number < 2**53 and number % 1 == 0, 'The number of the generation is damaged.')
    padded = text.translate({45: 43, 95: 47}) + '=' * (-len(text) % 4)
    header = parse(unbase64(padded, 'header'), 'header')
    check_version(header['minReader'], 'header')
    known = (header['enc'], header['content']) == ('A256GCM', 'application/json;schema=1')
    slots = [slot for slot in header['slots'] if re.fullmatch('password', slot['type'])]
    need(known and slots, 'The header is damaged, or has no slot for a password.')
    slots, sealed = [judge(slot) for slot in slots], unbase64(file['ciphertext'], 'body')
    nonce = unbase64((file if vault else header)['nonce'], 'nonce', 12)
    from argon2.low_level import Type, hash_secret_raw
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    forms = [typed := ask(), *(unicodedata.normalize(form, typed) for form in ('NFC', 'NFKC'))]
    tries = list(itertools.product(dict.fromkeys(forms), slots))
    work = sum(t * m for _, ((_, t, m, _), *_) in tries)
    need(len(slots) <= 2 and work <= 2**22, 'The key derivation costs too much: refused.', 5)
    for form, (kdf, slot_nonce, key) in tries:
        kek = hash_secret_raw(form.encode(), *kdf, 32, Type.ID, 19)
        try: dek = AESGCM(kek).decrypt(slot_nonce, key, f'{file["format"]}-v1.slot'.encode())
        except InvalidTag: continue
        aad = f'{file["format"]}-v1.{text}' + (f'.{int(number)}' if vault else '')
        try: body = AESGCM(dek).decrypt(nonce, sealed, aad.encode())
        except InvalidTag: need(False, 'The password is right, but the file is damaged.')
        return parse(body, 'body', 1024 if vault else 64)
    need(False, 'The password is wrong (or the few bytes that hold the key are damaged).', 3)

def otpauth(entry, vault):  # raises for what has no Key URI
    code = entry['parameters'] if vault else {'algo': 'SHA1', 'digits': 6, 'period': 30, **entry}
    issuer, name = entry.get('issuer', ''), entry.get('label' if vault else 'name', '')
    secret = re.sub(r'[\s=-]', '', code['secretBase32' if vault else 'secret']).upper()
    values = [('secret', secret, '[A-Z2-7]+'), ('issuer', issuer, '(?s).*')]
    if code['type'] != 'steam':
        moving, fits = {'totp': ('period', '[1-9]\\d*'), 'hotp': ('counter', '\\d+')}[code['type']]
        values += [('algorithm', code['algorithm' if vault else 'algo'], 'SHA(1|256|512)')]
        values += [('digits', code['digits'], '[1-9]|10'), (moving, code[moving], fits)]
    if int(code.get('counter') or 0) >= 2**53: raise ValueError
    if not all(re.fullmatch(fits, str(value)) for _, value, fits in values): raise ValueError
    text = lambda value: quote(str(value), "!~*'()", errors='replace')
    query = '&'.join(f'{key}={text(value)}' for key, value, _ in values if value != '')
    prefix = f'{text(issuer)}:' if len(issuer) or ':' in name else ''
    return f'otpauth://{code["type"]}/{prefix}{text(name)}?{query}'

def main(options):
    options.add_argument('--json', action='store_true', help='print all that the file holds')
    for name in ('--password-file', 'file'): options.add_argument(name)
    given, read = options.parse_args(), lambda path: open(path, 'rb').read()
    path, file = given.password_file, parse(read(given.file), 'file')
    ask = lambda: read(path).decode().rstrip('\r\n') if path else getpass.getpass('Password: ')
    vault = {'sixpence-vault': True, 'sixpence-backup': False}[file['format']]
    check_version(file['version'], 'file')
    is_plain = not vault and 'payload' in file and 'ciphertext' not in file
    payload = file['payload'] if is_plain else unseal(file, vault, ask)
    check_version(payload['schema'], 'content')
    lists, lost = ('accounts', 'unsupported') if vault else ('entries',), 0
    need(all(isinstance(payload[name], list) for name in lists), 'The content is damaged.')
    if given.json: return print(json.dumps(payload, indent=2))
    for position, entry in enumerate(itertools.chain(*(payload[name] for name in lists)), 1):
        try: print(otpauth(entry, vault))
        except (AttributeError, KeyError, TypeError, ValueError):
            lost = print(f'# entry {position} has no line: {json.dumps(entry)}') or lost + 1
    need(lost == 0, f'Entries without an otpauth line: {lost}. They stand behind a "#".', 7)
try: sys.setrecursionlimit(20000), main(argparse.ArgumentParser(description=__doc__))
except (ImportError, OSError) as problem: need(False, problem, 2)
except (AttributeError, KeyError, TypeError): need(False, 'The file is damaged or not Sixpence\'s.')
