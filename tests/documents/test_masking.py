"""What a masked sheet lets through of a text, and what it keeps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.masking import HIDDEN_NUMBER
from documents.masking import Mask


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("打13812345678找他", "打138****5678找他"),
        ("打 138 1234 5678 找他", "打 138****5678 找他"),
        ("打138-1234-5678找他", "打138****5678找他"),
        ("打１３８１２３４５６７８找他", "打138****5678找他"),
        ("座机0379-1234 5678", f"座机{HIDDEN_NUMBER}"),
        ("身份证 41030019900101123X", f"身份证 {HIDDEN_NUMBER}"),
        ("卡号 6222 0000 1111 2222 333", f"卡号 {HIDDEN_NUMBER}"),
        ("样建国和样建国军都说", "样**和样***都说"),
        ("编号 JX2026-0000123-7", "编号 JX2026-0000123-7"),
        ("2026-11-23 14:05 前付 28,000 元", "2026-11-23 14:05 前付 28,000 元"),
        ("样函〔2026〕12号，拨打 12345", "样函〔2026〕12号，拨打 12345"),
        ("王师傅说王工没来", "王师傅说王工没来"),
        ("", ""),
    ],
)
def test_free_text(text: str, expected: str) -> None:
    """Names of the case and private numbers go; case numbers, dates, sums and hotlines stay."""
    assert expected == Mask(on=True, names=("样建国", "样建国军", "王", "")).text(text)


def test_without_a_mask_everything_stands() -> None:
    """An officer who is allowed to sees it all."""
    mask = Mask(on=False, names=("样建国",))

    assert mask.text("样建国 13812345678") == "样建国 13812345678"
    assert mask.name("样建国") == "样建国"
    assert mask.phone("13812345678") == "138 1234 5678"


@given(before=st.text(), after=st.text(), tail=st.integers(0, 99_999_999))
def test_a_phone_is_masked_wherever_it_stands(before: str, after: str, tail: int) -> None:
    """No text around a number keeps it readable, as long as it is a number of its own."""
    phone = f"139{tail:08d}"
    text = Mask(on=True).text(f"{before}，{phone}，{after}")

    assert f"，{phone}，" not in text
