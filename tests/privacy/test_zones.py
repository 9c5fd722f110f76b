"""Which zone reaches which. The expectations are written out, not taken from the law."""

import pytest

from brukerstemmen.privacy.zones import READS, WRITES, Zone, may_open

# One row a request zone, one column a table zone Z0 to Z5: r reads, w writes and reads.
REACH = {
    Zone.Z0_PUBLIC: "wr----",
    Zone.Z1_RELEASED: "ww----",
    Zone.Z2_MASKED: "www---",
    Zone.Z3_RAW: "wwww--",
    Zone.Z4_IDENTITY: "wwwww-",
    Zone.Z5_OPERATION: "w----w",
}
# One row a capability, one column a content zone Z0 to Z5: x opens.
OPENS = {
    Zone.Z0_PUBLIC: "------",
    Zone.Z1_RELEASED: "------",
    Zone.Z2_MASKED: "xxx---",
    Zone.Z3_RAW: "xxxx--",
    Zone.Z4_IDENTITY: "xxxxx-",
    Zone.Z5_OPERATION: "------",
}


@pytest.mark.parametrize("request_zone", Zone)
@pytest.mark.parametrize("table_zone", Zone)
def test_a_request_reads_and_writes_these_zones_only(request_zone, table_zone):
    mark = REACH[request_zone][table_zone]

    assert (table_zone in READS[request_zone]) == (mark in "rw")
    assert (table_zone in WRITES[request_zone]) == (mark == "w")


@pytest.mark.parametrize("capability", Zone)
@pytest.mark.parametrize("content", Zone)
def test_a_capability_opens_these_zones_only(capability, content):
    assert may_open(capability, content) == (OPENS[capability][content] == "x")


@pytest.mark.parametrize("request_zone", Zone)
def test_nobody_writes_above_their_zone_or_where_they_cannot_read(request_zone):
    assert WRITES[request_zone] <= READS[request_zone]
    assert max(WRITES[request_zone]) <= request_zone


@pytest.mark.parametrize("capability", Zone)
def test_whoever_opens_content_may_also_read_its_table(capability):
    opened = {zone for zone in Zone if may_open(capability, zone)}

    assert opened <= READS[capability]


@pytest.mark.parametrize("law", [READS, WRITES])
def test_the_law_cannot_be_changed_while_the_house_runs(law):
    with pytest.raises(TypeError):
        law[Zone.Z1_RELEASED] = frozenset(Zone)
