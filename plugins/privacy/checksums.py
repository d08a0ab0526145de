"""Check digits of Polish numbers. Each takes bare digits (and capitals), as many as it needs."""

from __future__ import annotations

from datetime import date


def is_account(bare: str) -> bool:
    """A Polish bank account without „PL”: IBAN's remainder is 1 (ISO 13616).

    >>> is_account("61109010140000071219812874"), is_account("61109010140000071219812875")
    (True, False)
    """
    return int(f"{bare[2:]}2521{bare[:2]}") % 97 == 1  # PL is 25 21


def is_pesel(bare: str) -> bool:
    """Check digit and a date that exists (Act of 24 September 2010, art. 15).

    >>> is_pesel("99721200017"), is_pesel("99721200018")
    (True, False)
    """
    weights = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1)
    if sum(w * int(d) for w, d in zip(weights, bare, strict=True)) % 10:
        return False
    year, month, day = int(bare[:2]), int(bare[2:4]), int(bare[4:6])
    century = {0: 1900, 1: 2000, 2: 2100, 3: 2200, 4: 1800}[month // 20]
    try:
        date(century + year, month % 20, day)
    except ValueError:
        return False
    return True


def is_identity_card(bare: str) -> bool:
    """Three letters and six digits, the first of which is the check digit.

    >>> is_identity_card("XYZ100001"), is_identity_card("XYZ100002")
    (True, False)
    """
    return _weighed(bare, (7, 3, 1, 9, 7, 3, 1, 7, 3))


def is_passport(bare: str) -> bool:
    """Two letters and seven digits, the first of which is the check digit.

    >>> is_passport("XX3000001"), is_passport("XX3000002")
    (True, False)
    """
    return _weighed(bare, (7, 3, 9, 1, 7, 3, 1, 7, 3))


def _weighed(bare: str, weights: tuple[int, ...]) -> bool:
    return sum(w * int(sign, 36) for w, sign in zip(weights, bare, strict=True)) % 10 == 0


def is_nip(bare: str) -> bool:
    """A taxpayer's number; its first digits name a tax office, so none begins with 0.

    >>> is_nip("1234563218"), is_nip("1234563219"), is_nip("0000000000")
    (True, False, False)
    """
    weights = (6, 5, 7, 2, 3, 4, 5, 6, 7)
    rest = sum(w * int(d) for w, d in zip(weights, bare[:9], strict=True)) % 11
    return rest == int(bare[9]) and bare[0] != "0"


def is_regon(bare: str) -> bool:
    """A number of the register of businesses; one of 14 digits begins with one of nine.

    >>> is_regon("123456785"), is_regon("123456786")
    (True, False)
    >>> is_regon("12345678512347"), is_regon("12345678512348"), is_regon("000000000")
    (True, False, False)
    """
    if not bare.strip("0"):
        return False
    if len(bare) == 14 and not is_regon(bare[:9]):
        return False
    weights = (8, 9, 2, 3, 4, 5, 6, 7) if len(bare) == 9 else _LONG_REGON
    *body, last = map(int, bare)
    return sum(w * d for w, d in zip(weights, body, strict=True)) % 11 % 10 == last


_LONG_REGON = (2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8)
