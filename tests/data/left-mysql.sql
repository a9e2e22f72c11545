-- What MariaDB holds and an export does not carry; and, marked, what it carries all the same. The database is of latin1.
CREATE TABLE t (id int PRIMARY KEY, v varchar(9));
CREATE DEFINER=galley_plain@localhost VIEW seen AS SELECT id FROM t;
GRANT SELECT ON t TO galley_plain@localhost;
GRANT UPDATE (v) ON t TO galley_password@localhost;
-- Carried:
CREATE TABLE made (id int PRIMARY KEY, twice int GENERATED ALWAYS AS (id * 2) STORED, later bigint AS (twice + 1) VIRTUAL
    INVISIBLE, v varchar(9) COMPRESSED, s date, e date, PERIOD FOR p (s, e)) COMMENT 'parts' CHARACTER SET utf8mb4;
INSERT INTO made (id, v, s, e) VALUES (1, 'x', '2024-01-01', '2024-02-01');
CREATE TABLE parts (id int, d date, KEY by_d (d)) ROW_FORMAT=DYNAMIC PARTITION BY RANGE (year(d))
    (PARTITION a VALUES LESS THAN (2020), PARTITION b VALUES LESS THAN MAXVALUE COMMENT 'rest');
INSERT INTO parts VALUES (1, '2019-01-01'), (2, '2024-01-01'), (NULL, NULL);
CREATE FUNCTION same(a varchar(9)) RETURNS varchar(9) DETERMINISTIC RETURN a;
SET sql_mode = ORACLE;
DELIMITER //
CREATE PACKAGE pack AS FUNCTION f(a varchar(9)) RETURN int; PROCEDURE p; END//
CREATE PACKAGE BODY pack AS FUNCTION f(a varchar(9)) RETURN int AS BEGIN RETURN 7; END; PROCEDURE p AS BEGIN NULL; END; END//
DELIMITER ;
