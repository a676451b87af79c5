"""A backup as somebody reads it who has no Frist: libsodium opens it, and what comes out is a tar. docs/operate/backup.md shows
the same to people."""
import ctypes
import ctypes.util
import io
import tarfile

SODIUM = ctypes.CDLL(ctypes.util.find_library("sodium") or "libsodium.so.23")
PIECE, SEAL, HEAD = 1 << 20, 17, 24


def key_of(line, secret):
    """The key: what stands in a key file, or Argon2id over a passphrase."""
    words = line.split()
    if words[2] == b"key":
        return secret
    values = dict(word.split(b"=", 1) for word in words[3:])
    key = ctypes.create_string_buffer(32)
    done = SODIUM.crypto_pwhash(key, ctypes.c_ulonglong(32), secret, ctypes.c_ulonglong(len(secret)), bytes.fromhex(values[b"salt"].decode()), ctypes.c_ulonglong(int(values[b"work"])),
                                ctypes.c_size_t(int(values[b"memory"])), ctypes.c_int(2))
    assert done == 0
    return key.raw


def opened(path, secret):
    """The tar inside."""
    assert SODIUM.sodium_init() >= 0
    with open(path, "rb") as file:
        line = file.readline()
        state = ctypes.create_string_buffer(52)
        assert SODIUM.crypto_secretstream_xchacha20poly1305_init_pull(state, file.read(HEAD), key_of(line, secret)) == 0
        out, bound = bytearray(), line
        while True:
            sealed = file.read(PIECE + SEAL)
            piece = ctypes.create_string_buffer(max(1, len(sealed) - SEAL))
            tag = ctypes.c_ubyte()
            done = SODIUM.crypto_secretstream_xchacha20poly1305_pull(state, piece, None, ctypes.byref(tag), sealed, ctypes.c_ulonglong(len(sealed)), bound, ctypes.c_ulonglong(len(bound)))
            assert done == 0, "wrong key, or the file was changed"
            out += piece.raw[: len(sealed) - SEAL]
            bound = b""
            if tag.value == 3:
                assert file.read() == b""
                return bytes(out)


def files_in(path, secret):
    with tarfile.open(fileobj=io.BytesIO(opened(path, secret))) as tar:
        return {member.name: tar.extractfile(member).read() for member in tar}


def sealed(path, secret, inside):
    """A backup with another inside, as only who has the key can make it."""
    with open(path, "rb") as file:
        line = file.readline()
    state, head = ctypes.create_string_buffer(52), ctypes.create_string_buffer(HEAD)
    SODIUM.crypto_secretstream_xchacha20poly1305_init_push(state, head, secret)
    out, bound = line + head.raw, line
    for at in range(0, len(inside) or 1, PIECE):
        piece = inside[at:at + PIECE]
        tag = 3 if at + PIECE >= len(inside) else 0
        sealed_piece = ctypes.create_string_buffer(len(piece) + SEAL)
        SODIUM.crypto_secretstream_xchacha20poly1305_push(state, sealed_piece, None, piece, ctypes.c_ulonglong(len(piece)), bound, ctypes.c_ulonglong(len(bound)), ctypes.c_ubyte(tag))
        out += sealed_piece.raw
        bound = b""
    with open(path, "wb") as file:
        file.write(out)


def tar_of(files):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))
    return out.getvalue()
