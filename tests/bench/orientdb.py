#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes an OrientDB export of N records: python3 orientdb.py N FILE.json

A third each of persons (vertices with declared and undeclared fields), of what they know (edges), and of notes
without schema; separated by two commas and with @fieldTypes twice, as OrientDB 3.2 writes them.
"""
import sys

HEAD = (
    '{"info":{"name":"bench","default-cluster-id":3,"exporter-version":13,"engine-version":"3.2.35","schema-version":4,'
    '"storage-config-version":23,"schemaRecordId":"#0:1","indexMgrRecordId":"#0:2"},"clusters":[{"name":"internal","id":0},'
    '{"name":"person","id":14},{"name":"person_1","id":15},{"name":"knows","id":20},{"name":"note","id":24}],"schema":'
    '{"version":1,"blob-clusters":[],"classes":[{"name":"E","default-cluster-id":-1,"cluster-ids":[-1]},{"name":"Knows",'
    '"default-cluster-id":20,"cluster-ids":[20],"super-classes":["E"],"properties":[{"name":"since","type":"DATE"}]},'
    '{"name":"Note","default-cluster-id":24,"cluster-ids":[24]},{"name":"Person","default-cluster-id":14,"cluster-ids":'
    '[14,15],"super-classes":["V"],"properties":[{"name":"age","type":"INTEGER"},{"name":"balance","type":"DECIMAL"},'
    '{"name":"born","type":"DATE"},{"name":"name","type":"STRING","mandatory":true,"not-null":true},{"name":"tags","type":'
    '"EMBEDDEDLIST","linked-type":"STRING"}]},{"name":"V","default-cluster-id":-1,"cluster-ids":[-1]}]},"records":['
)


def records(count):
    third = count // 3
    for i in range(third):
        cluster, position = (14, i) if i < third // 2 else (15, i - third // 2)
        yield (
            f'{{"@type":"d","@rid":"#{cluster}:{position}","@version":3,"@class":"Person","@fieldTypes":"born=t,balance=c",'
            f'"name":"Person number {i} of K\\u00f6ln","born":{-4861728000000 + i % 40000 * 86400000},"age":{i % 97},'
            f'"balance":{i}.{i % 100:02d},"tags":["math","poetry","t{i % 50}"],"email":"person{i}@example.org",'
            f'"out_Knows":["#20:{i}"],"in_Knows":["#20:{(i + 1) % third}"],'
            f'"@fieldTypes":"born=t,balance=c,out_Knows=g,in_Knows=g"}}'
        )
    for i in range(third):
        a, b = i, (i + third - 1) % third
        out = f'#14:{a}' if a < third // 2 else f'#15:{a - third // 2}'
        into = f'#14:{b}' if b < third // 2 else f'#15:{b - third // 2}'
        yield (
            f'{{"@type":"d","@rid":"#20:{i}","@version":1,"@class":"Knows","@fieldTypes":"since=t","out":"{out}","in":"{into}",'
            f'"since":{1286668800000 + i % 3650 * 86400000},"@fieldTypes":"out=x,in=x,since=t"}}'
        )
    for i in range(count - 2 * third):
        yield (
            f'{{"@type":"d","@rid":"#24:{i}","@version":1,"@class":"Note","@fieldTypes":"at=t,size=l,score=d","at":'
            f'{1577872800123 + i * 1000},"size":{i * 4096},"score":{i / 7},"text":"A note of some length, as people write '
            f'them: \\"{i}\\" and nothing else that would matter much to anybody.","done":{"true" if i % 2 else "false"},'
            f'"@fieldTypes":"at=t,size=l,score=d"}}'
        )


def main():
    with open(sys.argv[2], 'w', encoding='ascii') as out:
        out.write(HEAD)
        for i, record in enumerate(records(int(sys.argv[1]))):
            out.write((',,' if i else '') + record)
        out.write('],"brokenRids":[],"indexes":[]}')


main()
