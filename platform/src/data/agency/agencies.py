#!/usr/bin/env python3
"""Writes agencies.csv, agency_successions.csv and exchange_codes.csv from what derive.py wrote.

    agencies.py --units DIR/units.csv --successions DIR/successions.csv --out DIR

People's Committees are not listed: a territorial unit stands for its own. Only their exchange codes are.
Codes marked "unverified" are drawn by a pattern of our own; a deployment loads the real ones over them.
"""
import argparse, collections, csv, pathlib

from derive import COLUMNS

REFORM, RESHAPED = '2025-07-01', '2025-03-01'    # 34 provinces; the ministries and departments of 2025

# GSO code -> document code of QCVN 102; verified ones stand in VERIFIED.
H = dict(p.split(':') for p in """01:26 02:22 04:14 06:03 08:60 10:38 11:18 12:35 14:52 15:63 17:28 19:55 20:37 22:49 24:02 25:44 26:62
27:05 30:23 31:24 33:31 34:54 35:25 36:40 37:42 38:56 40:41 42:27 44:46 45:50 46:57 48:17 49:47 51:48 52:08 54:45 56:32 58:43 60:11
62:34 64:21 66:15 67:16 68:36 70:10 72:53 74:09 75:19 77:06 79:29 80:39 82:58 83:07 84:59 86:61 87:20 89:01 91:33 92:13 93:30 94:51
95:04 96:12""".split())
VERIFIED = {'22', '29', '38', '56'}
# a merged province of 2025 goes on under the document code of the partner whose name it took
NAMED_AFTER = {'24': '27', '15': '10', '44': '45', '52': '64', '80': '72', '82': '87', '91': '89'}

MINISTRIES = [  # slug, number, name, English, verified, until, succeeded by
    ('bo-cong-an', '01', 'Bộ Công an', 'Ministry of Public Security', 1, '', ''),
    ('bo-cong-thuong', '02', 'Bộ Công Thương', 'Ministry of Industry and Trade', 1, '', ''),
    ('bo-giao-duc-va-dao-tao', '03', 'Bộ Giáo dục và Đào tạo', 'Ministry of Education and Training', 1, '', ''),
    ('bo-giao-thong-van-tai', '04', 'Bộ Giao thông vận tải', 'Ministry of Transport', 1, RESHAPED, 'bo-xay-dung'),
    ('bo-ke-hoach-va-dau-tu', '05', 'Bộ Kế hoạch và Đầu tư', 'Ministry of Planning and Investment', 1, RESHAPED, 'bo-tai-chinh'),
    ('bo-khoa-hoc-va-cong-nghe', '06', 'Bộ Khoa học và Công nghệ', 'Ministry of Science and Technology', 1, '', ''),
    ('bo-lao-dong-thuong-binh-va-xa-hoi', '07', 'Bộ Lao động - Thương binh và Xã hội', 'Ministry of Labour, War Invalids and Social Affairs', 1, RESHAPED, 'bo-noi-vu'),
    ('bo-ngoai-giao', '08', 'Bộ Ngoại giao', 'Ministry of Foreign Affairs', 1, '', ''),
    ('bo-noi-vu', '09', 'Bộ Nội vụ', 'Ministry of Home Affairs', 1, '', ''),
    ('bo-nong-nghiep-va-phat-trien-nong-thon', '10', 'Bộ Nông nghiệp và Phát triển nông thôn', 'Ministry of Agriculture and Rural Development', 1, RESHAPED, 'bo-nong-nghiep-va-moi-truong'),
    ('bo-quoc-phong', '11', 'Bộ Quốc phòng', 'Ministry of National Defence', 1, '', ''),
    ('bo-tai-chinh', '12', 'Bộ Tài chính', 'Ministry of Finance', 0, '', ''),
    ('bo-tai-nguyen-va-moi-truong', '13', 'Bộ Tài nguyên và Môi trường', 'Ministry of Natural Resources and Environment', 0, RESHAPED, 'bo-nong-nghiep-va-moi-truong'),
    ('bo-thong-tin-va-truyen-thong', '14', 'Bộ Thông tin và Truyền thông', 'Ministry of Information and Communications', 1, RESHAPED, 'bo-khoa-hoc-va-cong-nghe'),
    ('bo-tu-phap', '15', 'Bộ Tư pháp', 'Ministry of Justice', 1, '', ''),
    ('bo-van-hoa-the-thao-va-du-lich', '16', 'Bộ Văn hóa, Thể thao và Du lịch', 'Ministry of Culture, Sports and Tourism', 1, '', ''),
    ('bo-xay-dung', '17', 'Bộ Xây dựng', 'Ministry of Construction', 1, '', ''),
    ('bo-y-te', '18', 'Bộ Y tế', 'Ministry of Health', 1, '', ''),
    ('ngan-hang-nha-nuoc', '19', 'Ngân hàng Nhà nước Việt Nam', 'State Bank of Vietnam', 1, '', ''),
    ('thanh-tra-chinh-phu', '20', 'Thanh tra Chính phủ', 'Government Inspectorate', 1, '', ''),
    ('uy-ban-dan-toc', '21', 'Ủy ban Dân tộc', 'Committee for Ethnic Minority Affairs', 1, RESHAPED, 'bo-dan-toc-va-ton-giao'),
    ('van-phong-chinh-phu', '22', 'Văn phòng Chính phủ', 'Office of the Government', 1, '', ''),
    ('bao-hiem-xa-hoi-viet-nam', '24', 'Bảo hiểm xã hội Việt Nam', 'Vietnam Social Security', 0, RESHAPED, 'bo-tai-chinh')]
MINISTRIES_2025 = [('bo-nong-nghiep-va-moi-truong', '91', 'Bộ Nông nghiệp và Môi trường', 'Ministry of Agriculture and Environment'), ('bo-dan-toc-va-ton-giao', '92', 'Bộ Dân tộc và Tôn giáo', 'Ministry of Ethnic and Religious Affairs')]

# Departments every province had in 2020, under the number of their ministry (our pattern): slug, number, name, English, until, into
DEPARTMENTS = [
    ('van-phong-ubnd', '01', 'Văn phòng Ủy ban nhân dân', "Office of the People's Committee", '', ''),
    ('so-cong-thuong', '02', 'Sở Công Thương', 'Department of Industry and Trade', '', ''),
    ('so-giao-duc-va-dao-tao', '03', 'Sở Giáo dục và Đào tạo', 'Department of Education and Training', '', ''),
    ('so-giao-thong-van-tai', '04', 'Sở Giao thông vận tải', 'Department of Transport', RESHAPED, 'so-xay-dung'),
    ('so-ke-hoach-va-dau-tu', '05', 'Sở Kế hoạch và Đầu tư', 'Department of Planning and Investment', RESHAPED, 'so-tai-chinh'),
    ('so-khoa-hoc-va-cong-nghe', '06', 'Sở Khoa học và Công nghệ', 'Department of Science and Technology', '', ''),
    ('so-lao-dong-thuong-binh-va-xa-hoi', '07', 'Sở Lao động - Thương binh và Xã hội', 'Department of Labour, War Invalids and Social Affairs', RESHAPED, 'so-noi-vu'),
    ('so-noi-vu', '09', 'Sở Nội vụ', 'Department of Home Affairs', '', ''),
    ('so-nong-nghiep-va-phat-trien-nong-thon', '10', 'Sở Nông nghiệp và Phát triển nông thôn', 'Department of Agriculture and Rural Development', RESHAPED, 'so-nong-nghiep-va-moi-truong'),
    ('so-tai-chinh', '12', 'Sở Tài chính', 'Department of Finance', '', ''),
    ('so-tai-nguyen-va-moi-truong', '13', 'Sở Tài nguyên và Môi trường', 'Department of Natural Resources and Environment', RESHAPED, 'so-nong-nghiep-va-moi-truong'),
    ('so-thong-tin-va-truyen-thong', '14', 'Sở Thông tin và Truyền thông', 'Department of Information and Communications', RESHAPED, 'so-khoa-hoc-va-cong-nghe'),
    ('so-tu-phap', '15', 'Sở Tư pháp', 'Department of Justice', '', ''),
    ('so-van-hoa-the-thao-va-du-lich', '16', 'Sở Văn hóa, Thể thao và Du lịch', 'Department of Culture, Sports and Tourism', '', ''),
    ('so-xay-dung', '17', 'Sở Xây dựng', 'Department of Construction', '', ''),
    ('so-y-te', '18', 'Sở Y tế', 'Department of Health', '', '')]
DEPARTMENT_2025 = ('so-nong-nghiep-va-moi-truong', '19', 'Sở Nông nghiệp và Môi trường', 'Department of Agriculture and Environment')
# Provinces whose tourism has a department of its own (general knowledge): the other keeps culture and sports.
CULTURE = ('so-van-hoa-the-thao-va-du-lich', 'Sở Văn hóa và Thể thao', 'Department of Culture and Sports', {1000010, 1000460, 1000480, 1000790})
# Organisations that serve people under a ministry: number, kind, name, English, ministry, province, code drawn by our pattern
ORGANISATIONS = [
    (6_000_020, 'benh-vien', 'Bệnh viện Bạch Mai', 'Bạch Mai Hospital', '18', 1000010, '71'),
    (6_000_030, 'benh-vien', 'Bệnh viện Hữu nghị Việt Đức', 'Việt Đức University Hospital', '18', 1000010, '72'),
    (6_000_040, 'benh-vien', 'Bệnh viện Trung ương Huế', 'Huế Central Hospital', '18', 1000460, '73'),
    (6_000_050, 'benh-vien', 'Bệnh viện Chợ Rẫy', 'Chợ Rẫy Hospital', '18', 1000790, '74'),
    (6_000_060, 'truong-dai-hoc', 'Đại học Bách khoa Hà Nội', 'Hanoi University of Science and Technology', '03', 1000010, '71'),
    (6_000_070, 'truong-dai-hoc', 'Đại học Kinh tế Quốc dân', 'National Economics University', '03', 1000010, '72'),
    (6_000_080, 'truong-dai-hoc', 'Đại học Huế', 'Huế University', '03', 1000460, '73'),
    (6_000_090, 'truong-dai-hoc', 'Đại học Cần Thơ', 'Cần Thơ University', '03', 1000920, '74')]
# One department did the work of two; the second keeps no agency of its own there.
JOINED = {1000100: ('so-giao-thong-van-tai', 'Sở Giao thông vận tải - Xây dựng', 'Department of Transport and Construction', 'so-xay-dung')}


class Agencies:
    def __init__(self):
        self.rows, self.links, self.codes = [], [], []

    def add(self, number, level, kind, name, name_en, parent, territory='', since='', until='', into=''):
        self.rows.append([number, level, kind, name, name_en, '', parent, territory, since, until,
                          'approximate' if since else 'open', 'approximate' if until else ''])
        if until and into:
            self.links.append([number, into, until, 'merged', 'whole', 'approximate'])

    def code(self, number, scheme, code, since='', until='', verified=False):
        self.codes.append([number, scheme, code, since, until, 'yes' if verified else 'no'])


def ministry(number):
    return 4_000_000 + int(number) * 10


def commune_police(commune):
    return 3_200_000 + commune                   # 6,200,010 and on; numbers from 7,000,001 belong to imports


def department(province, number):
    return 5_000_000 + (province - 1_000_000) * 100 + int(number)


def read_units(path):
    units = collections.OrderedDict()
    with open(path, encoding='utf-8') as f:
        for row in csv.DictReader(f):
            units.setdefault(int(row['id']), []).append(row)
    return units


def document_code(version):
    return H[NAMED_AFTER.get(version['code'], version['code']) if version['valid_from'] else version['code']]


def central(out):
    number_of = {m[0]: m[1] for m in MINISTRIES + MINISTRIES_2025}
    for slug, number, name, name_en, verified, until, into in MINISTRIES:
        out.add(ministry(number), 'ministry', slug, name, name_en, '', '', '', until, ministry(number_of[into]) if into else '')
        out.code(ministry(number), 'qcvn102', f'000.00.00.G{number}', until=until, verified=verified)
    for slug, number, name, name_en in MINISTRIES_2025:
        out.add(ministry(number), 'ministry', slug, name, name_en, '', '', RESHAPED)
    out.add(4_001_201, 'department', 'tong-cuc-thue', 'Tổng cục Thuế', 'General Department of Taxation', ministry(12), '', '', RESHAPED, 4_001_202)
    out.add(4_001_202, 'department', 'cuc-thue-viet-nam', 'Cục Thuế', 'Tax Authority of Vietnam', ministry(12), '', RESHAPED)
    out.add(4_000_601, 'department', 'cuc-so-huu-tri-tue', 'Cục Sở hữu trí tuệ', 'Intellectual Property Office of Vietnam', ministry('06'))
    out.code(4_000_601, 'qcvn102', '000.00.12.G06')


def organisations(out):
    for number, kind, name, name_en, over, province, code in ORGANISATIONS:
        out.add(number, 'organisation', kind, name, name_en, ministry(over), province)
        out.code(number, 'qcvn102', f'000.00.{code}.G{over}')


def of_provinces(out, units, next_province):
    for ident, versions in units.items():
        if versions[0]['level'] == 'province':
            old, h = not versions[0]['valid_from'], document_code(versions[0])
            since, until, into = versions[0]['valid_from'], versions[-1]['valid_to'], next_province.get(ident, '')
            out.code(ident, 'qcvn102' if old else 'decision20', f'000.00.00.H{h}' if old else f'H{h}', since, until, h in VERIFIED and old)
            departments(out, ident, h, old, since, until, into)
            field_offices(out, ident, h, since, until, into)


def departments(out, ident, h, old, since, until, into):
    number_of = {d[0]: d[1] for d in DEPARTMENTS + [DEPARTMENT_2025]}
    double, double_name, double_en, absent = JOINED.get(ident, ('', '', '', ''))
    for slug, number, name, name_en, ends, merged in DEPARTMENTS:
        if not old and ends:
            continue
        begins, number_here = since, department(ident, number)
        if slug == double:
            name, name_en = double_name, double_en
        if slug == CULTURE[0] and ident in CULTURE[3]:
            name, name_en = CULTURE[1:3]
        if slug == absent:
            begins = RESHAPED
        target = department(ident, number_of[merged]) if ends else department(into, number) if into else ''
        out.add(number_here, 'department', slug, name, name_en, ident, ident, begins, ends or until, target)
        out.code(number_here, 'qcvn102' if old else 'decision20', f'000.00.{number}.H{h}' if old else f'H{h}.{number}', begins, ends or until)
    slug, number, name, name_en = DEPARTMENT_2025
    out.add(department(ident, number), 'department', slug, name, name_en, ident, ident, max(since, RESHAPED), until, department(into, number) if into else '')


def field_offices(out, ident, h, since, until, into):
    """Offices in a province that are no departments of its People's Committee, and one service organisation."""
    out.add(department(ident, 31), 'department', 'cong-an', 'Công an', 'Public Security', ministry(1), ident, since, until, department(into, 31) if into else '')
    if not since:
        out.add(department(ident, 32), 'department', 'cuc-thue', 'Cục Thuế', 'Tax Department', 4_001_201, ident, '', RESHAPED, department(ident, 33))
    out.add(department(ident, 33), 'department', 'thue', 'Thuế', 'Tax Office', 4_001_202, ident, max(since, RESHAPED), until, department(into, 33) if into else '')
    out.add(department(ident, 41), 'department', 'van-phong-dang-ky-dat-dai', 'Văn phòng Đăng ký đất đai', 'Land Registration Office', ident, ident, since, until, department(into, 41) if into else '')
    out.code(department(ident, 41), *(('qcvn102', f'000.00.41.H{h}') if not since else ('decision20', f'H{h}.41')), since, until)
    out.add(department(ident, 34), 'department', 'bao-hiem-xa-hoi', 'Bảo hiểm xã hội', 'Social Security', ministry(24) if not since else ministry(12), ident, since,
            RESHAPED if not since else until, '' if not since else department(into, 34) if into else '')
    if not since:
        out.add(department(ident, 34), 'department', 'bao-hiem-xa-hoi', 'Bảo hiểm xã hội', 'Social Security', ministry(12), ident, RESHAPED, until, department(into, 34) if into else '')
    out.add(department(ident, 35), 'department', 'canh-sat-giao-thong', 'Phòng Cảnh sát giao thông', 'Traffic Police Division', department(ident, 31), ident, since, until,
            department(into, 35) if into else '')
    if ident == 1000010:
        out.add(6_000_010, 'organisation', 'dien-luc', 'Tổng công ty Điện lực thành phố Hà Nội (EVN Hà Nội)', 'Hanoi Power Corporation (EVN Hà Nội)', ministry(2), ident)
        out.code(6_000_010, 'decision20', '0100101114', '2020-09-15')


def police_of_communes(out, units, successions):
    """Police of a commune stands under that of the province; the districts' police of 2020 are not listed."""
    for ident, versions in units.items():
        if versions[0]['level'] != 'commune':
            continue
        stretches = []                            # under one province: [number of the province's police, from, until]
        for v in versions:
            over = units[int(v['parent'])][0]
            province = int(over['parent'] if over['level'] == 'district' else over['id'])
            if stretches and stretches[-1][0] == province:
                stretches[-1][2] = v['valid_to']
            else:
                stretches.append([province, v['valid_from'], v['valid_to']])
        for province, since, until in stretches:
            out.add(commune_police(ident), 'department', 'cong-an-xa', 'Công an', 'Police', department(province, 31), ident, since, until)
    for row in successions:
        if int(row['from']) > 3_000_000 and int(row['to']) > 3_000_000:
            out.links.append([commune_police(int(row['from'])), commune_police(int(row['to'])), row['on'], row['kind'], row['share'], row['sure']])


def of_committees(out, units):
    """Codes by place in the list: districts from 20 on, communes from 01 on within their district."""
    district_code, count = {}, collections.Counter()
    for ident, versions in units.items():
        first, last = versions[0], versions[-1]
        if first['level'] == 'district':
            count[first['parent']] += 1
            h = document_code(units[int(first['parent'])][0])
            district_code[first['id']] = f'{19 + count[first["parent"]]:02}.H{h}'
            out.code(ident, 'qcvn102', '000.00.' + district_code[first['id']], first['valid_from'], last['valid_to'])
        elif first['level'] == 'commune':
            in_district = [v for v in versions if v['parent'] in district_code]
            if in_district:
                parent = in_district[0]['parent']
                count[parent] += 1
                out.code(ident, 'qcvn102', f'000.{count[parent]:02}.{district_code[parent]}', first['valid_from'], in_district[-1]['valid_to'])
            if last['parent'] not in district_code:
                out.code(ident, 'decision20', f'H{document_code(units[int(last["parent"])][0])}.{last["code"]}', last['valid_from'])


def write(path, header, rows):
    with open(path, 'w', encoding='utf-8', newline='') as f:
        sink = csv.writer(f, lineterminator='\n')
        sink.writerow(header)
        sink.writerows(sorted(rows, key=lambda r: r[0]))


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ('units', 'successions', 'out'):
        ask.add_argument('--' + name, type=pathlib.Path, required=True)
    given = ask.parse_args()
    units, out = read_units(given.units), Agencies()
    with open(given.successions, encoding='utf-8') as f:
        successions = list(csv.DictReader(f))
    next_province = {int(r['from']): int(r['to']) for r in successions if int(r['from']) < 2_000_000}
    central(out)
    organisations(out)
    of_provinces(out, units, next_province)
    police_of_communes(out, units, successions)
    of_committees(out, units)
    write(given.out / 'agencies.csv', COLUMNS, out.rows)
    write(given.out / 'agency_successions.csv', ['from', 'to', 'on', 'kind', 'share', 'sure'], out.links)
    write(given.out / 'exchange_codes.csv', ['unit', 'scheme', 'code', 'valid_from', 'valid_to', 'verified'], out.codes)
    print(len(out.rows), 'agencies beside the territorial units,', len(out.codes), 'codes')


if __name__ == '__main__':
    main()
