-- SPDX-License-Identifier: MIT
-- A database of everything that SQLite allows and people get wrong.
CREATE TABLE person(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT COLLATE NOCASE NOT NULL,
  boss INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED, note TEXT COLLATE RTRIM
  DEFAULT ('x' || lower('Y')), made TEXT DEFAULT CURRENT_TIMESTAMP);
INSERT INTO person(id,name,boss,note,made) VALUES(2,'Ann',1,'',NULL),(1,'bob',2,'  ','2024-01-01'),
  (7,'Cé 🚢',7,'a
b"c''d',x'00ff');
INSERT INTO person(id,name) VALUES(50,'gone'); DELETE FROM person WHERE id=50;
CREATE TABLE emptied(id INTEGER PRIMARY KEY AUTOINCREMENT, v);
INSERT INTO emptied VALUES(9,1); DELETE FROM emptied;
CREATE TABLE never(id INTEGER PRIMARY KEY AUTOINCREMENT);
CREATE TABLE wr(a TEXT, b INTEGER, c BLOB, PRIMARY KEY(b DESC, a)) WITHOUT ROWID;
INSERT INTO wr VALUES('x',1,x''),('y',2,'text'),('z',-3,4.5),('',2,NULL);
CREATE TABLE st(i INT PRIMARY KEY, r REAL, t TEXT, b BLOB, a ANY, n INTEGER) STRICT;
INSERT INTO st VALUES(1,9e999,'007',x'0102','007',9223372036854775807),
  (2,-9e999,'',x'',12,-9223372036854775808),(3,NULL,NULL,NULL,x'41',NULL),(4,1.0,'a',x'20',1.5,0);
CREATE TABLE gen(a INTEGER, b TEXT, s AS (a*2) STORED, v TEXT AS (b || '!') VIRTUAL, c REAL);
INSERT INTO gen(a,b,c) VALUES(1,'x',1e300),(NULL,NULL,5e-324),(-3,'it''s',0.1);
CREATE TABLE untyped(a, b, "select", [from where], `tick``ed`, "quo""ted");
INSERT INTO untyped VALUES(1,1.5,'1',x'31',NULL,'NULL'),('1.0',1.0,'',x'',9e999,-9e999),
  ('\x00','\I12','a,b','#','""','\');
CREATE TABLE nums(i INTEGER, n NUMERIC, d DECIMAL(10,2), r REAL, t TEXT, b BLOB, bo BOOLEAN, da DATE);
INSERT INTO nums VALUES('abc','x y','12.345',1e20,x'414243','text',2,'nodate'),
  (x'00',1.5,10,-0.0,x'',5,1,'2024-02-29'),(1.5,12345678901234567890,0.1,3,'5',NULL,0,20240229);
CREATE TABLE "order"("group" INTEGER, "index" TEXT, CHECK("group" > 0),
  CONSTRAINT "my check" CHECK(length("index") < 100), UNIQUE("group","index"));
INSERT INTO "order" VALUES(1,'a'),(1,'b'),(2,NULL),(2,NULL);
CREATE TABLE child(x INTEGER, y TEXT, z INTEGER REFERENCES never(id) ON DELETE CASCADE ON UPDATE SET NULL,
  FOREIGN KEY(x,y) REFERENCES "order"("group","index"));
INSERT INTO child VALUES(1,'a',NULL),(1,'b',NULL),(NULL,'q',NULL);
CREATE TABLE ca(id INTEGER PRIMARY KEY, cb INTEGER REFERENCES cb(id));
CREATE TABLE cb(id INTEGER PRIMARY KEY, ca INTEGER REFERENCES ca(id));
INSERT INTO ca VALUES(1,1),(2,1); INSERT INTO cb VALUES(1,2);
CREATE TABLE empty1(a TEXT, b);
CREATE TABLE one(only_column); INSERT INTO one VALUES(NULL),(''),('x'),(NULL);
CREATE TABLE "a.b c/d"(x); INSERT INTO "a.b c/d" VALUES(1);
CREATE TABLE log(what);
CREATE INDEX ix_part ON person(name) WHERE boss IS NOT NULL;
CREATE INDEX ix_expr ON person(lower(name), length(note) DESC);
CREATE UNIQUE INDEX "ix uniq" ON gen(s) WHERE a > 0;
CREATE INDEX ix_coll ON person(note COLLATE NOCASE);
CREATE VIEW zz AS SELECT id, name FROM person;
CREATE VIEW aa(n) AS SELECT name FROM zz WHERE id > 0;
CREATE VIEW mm AS SELECT * FROM aa, zz;
CREATE TRIGGER person_ai AFTER INSERT ON person BEGIN INSERT INTO log VALUES('new ' || new.name); END;
CREATE TRIGGER zz_ii INSTEAD OF INSERT ON zz BEGIN INSERT INTO person(name) VALUES(new.name); END;
CREATE VIRTUAL TABLE docs USING fts5(title, body, tokenize='porter');
INSERT INTO docs VALUES('One','running ships'),('Two','galley proof');
INSERT INTO docs(rowid,title,body) VALUES(77,'Three','cargo');
CREATE VIRTUAL TABLE ext USING fts5(name, content='person', content_rowid='id');
INSERT INTO ext(ext) VALUES('rebuild');
CREATE VIRTUAL TABLE box USING rtree(id, x0, x1); INSERT INTO box VALUES(4,0.5,1.5),(9,-0.1,0.1);
