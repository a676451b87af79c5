"""A firm as Enhetsregisteret tells of it: the fields of the real answer, the firm invented."""
FIRM = "888888888"


def firm(**more):
    told = {
        "organisasjonsnummer": FIRM,
        "navn": "TENKT ELEKTRO AS",
        "organisasjonsform": {"kode": "AS", "beskrivelse": "Aksjeselskap"},
        "forretningsadresse": {"land": "Norge", "landkode": "NO", "postnummer": "5003", "poststed": "BERGEN", "adresse": ["Prøvekaien 9"], "kommune": "BERGEN", "kommunenummer": "4601"},
        "konkurs": False,
        "underAvvikling": False,
        "underTvangsavviklingEllerTvangsopplosning": False,
    }
    told.update(more)
    return told
