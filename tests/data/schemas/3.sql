-- A learner's file as quizapp wrote it with schema 3, and thirty attempts.
PRAGMA application_id = 1364548193;
PRAGMA user_version = 3;
BEGIN TRANSACTION;
CREATE TABLE activity (
            learner TEXT NOT NULL,
            course TEXT NOT NULL,
            quarter INTEGER NOT NULL,
            answers INTEGER NOT NULL,
            PRIMARY KEY (learner, course, quarter)
        ) STRICT, WITHOUT ROWID
        ;
INSERT INTO "activity" VALUES('','skerry',1831754,4);
INSERT INTO "activity" VALUES('','skerry',1831862,3);
INSERT INTO "activity" VALUES('','skerry',1831863,2);
INSERT INTO "activity" VALUES('Ana','skerry',1831790,5);
INSERT INTO "activity" VALUES('Борис','skerry',1831826,4);
CREATE TABLE attempts (
            id TEXT NOT NULL PRIMARY KEY,
            course TEXT NOT NULL,
            item TEXT NOT NULL,
            at INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('answer', 'undo', 'flag')),
            response TEXT NOT NULL,
            correct INTEGER CHECK (correct IN (0, 1)),
            parts TEXT NOT NULL,
            sure INTEGER NOT NULL CHECK (sure IN (0, 1)),
            hints INTEGER NOT NULL,
            seconds REAL NOT NULL,
            fingerprint TEXT NOT NULL,
            learner TEXT NOT NULL,
            target TEXT,
            counts INTEGER NOT NULL CHECK (counts IN (0, 1)),
            sitting TEXT NOT NULL
        ) STRICT, WITHOUT ROWID
        ;
INSERT INTO "attempts" VALUES('017fd6f1-56d8-7fe1-8f87-fef8eeb1c97e','skerry','first-winter/never-measured',1648578615000000,'answer','["memoir:5"]',1,'[]',0,0,15.0,'88bc83db6096f9e996361461e5b6d6f133adbbfb7c2daeeb15f9fbeedf987fcf','',NULL,1,'017fd6f1-1c40-765a-a90f-9dd0604d45f2');
INSERT INTO "attempts" VALUES('017fd6f1-56d8-7fff-ba25-77a828ef45e0','skerry','first-winter/never-measured',1648578615000000,'flag','[]',NULL,'[]',1,0,0.0,'','','017fd6f1-56d8-7fe1-8f87-fef8eeb1c97e',0,'017fd6f1-1c40-765a-a90f-9dd0604d45f2');
INSERT INTO "attempts" VALUES('017fd6f2-9340-7060-b389-f10e3fa56cc2','skerry','first-winter/how-far',1648578696000000,'undo','[]',NULL,'[]',1,0,0.0,'','','017fd6f2-9340-7d4f-964c-319ca78851de',0,'017fd6f1-1c40-765a-a90f-9dd0604d45f2');
INSERT INTO "attempts" VALUES('017fd6f2-9340-7d4f-964c-319ca78851de','skerry','first-winter/how-far',1648578696000000,'answer','["21"]',1,'[true]',1,0,81.0,'5cdc3bc155e85e8d19d062fff26604a9849451a9f63278fe9b888ebb2450fe9e','',NULL,1,'017fd6f1-1c40-765a-a90f-9dd0604d45f2');
INSERT INTO "attempts" VALUES('017fd6f3-c008-790c-ab21-13491871d30b','skerry','first-winter/how-far',1648578773000000,'answer','["21"]',1,'[true]',1,0,77.0,'5cdc3bc155e85e8d19d062fff26604a9849451a9f63278fe9b888ebb2450fe9e','',NULL,1,'017fd6f1-1c40-765a-a90f-9dd0604d45f2');
INSERT INTO "attempts" VALUES('017fd6f4-0a40-7211-93c0-79b3d44ff2e2','skerry','first-winter/how-often',1648578792000000,'answer','["Every four hours"]',1,'[]',0,0,19.0,'429f7569032c6955b915f689b60edef081df836d3a71e76468295d4235cfd927','',NULL,1,'017fd6f1-1c40-765a-a90f-9dd0604d45f2');
INSERT INTO "attempts" VALUES('017fd6f4-44d8-71e5-81d6-f275c506cd39','skerry','after/then',1648578807000000,'answer','["paraffin"]',1,'[true]',1,0,15.0,'53cad062964526484817ff0b52b235d37d653e8e2718cc8c1c6590b9a9f44e15','',NULL,1,'017fd6f1-1c40-765a-a90f-9dd0604d45f2');
INSERT INTO "attempts" VALUES('017fd8e2-da20-71a4-b832-f1ee7968b260','skerry','first-winter/how-far',1648611220000000,'answer','["21"]',1,'[true]',1,0,13.0,'5cdc3bc155e85e8d19d062fff26604a9849451a9f63278fe9b888ebb2450fe9e','Ana',NULL,1,'017fd8e2-a758-7f2c-a147-fb6c550e6ab8');
INSERT INTO "attempts" VALUES('017fd8e3-6aa8-7e0a-8ae0-fc0caccb58ea','skerry','first-winter/every-month',1648611257000000,'answer','["false"]',1,'[]',0,0,37.0,'bf18079378acda14d8ac939c4af9a09be4d937f356b601da7ef7cdf3a23de7e7','Ana',NULL,1,'017fd8e2-a758-7f2c-a147-fb6c550e6ab8');
INSERT INTO "attempts" VALUES('017fd8e4-7c18-7ef4-9e86-3cfc369d22e7','skerry','first-winter/never-measured',1648611327000000,'answer','["memoir:5"]',1,'[]',1,0,70.0,'88bc83db6096f9e996361461e5b6d6f133adbbfb7c2daeeb15f9fbeedf987fcf','Ana',NULL,1,'017fd8e2-a758-7f2c-a147-fb6c550e6ab8');
INSERT INTO "attempts" VALUES('017fd8e5-c438-7a95-bad4-770da01d485a','skerry','first-winter/fuel',1648611411000000,'answer','["whale oil"]',1,'[true]',0,0,84.0,'4ab61840c01f9c212e63903ce27661db5d8fad5f1043fa6c0b9ce9845eba9f40','Ana',NULL,1,'017fd8e2-a758-7f2c-a147-fb6c550e6ab8');
INSERT INTO "attempts" VALUES('017fd8e7-1810-74f7-88df-b1d68494e940','skerry','first-winter/steps',1648611498000000,'answer','["nothing", "nothing"]',0,'[false, false]',1,0,87.0,'ca5897c573974640b413738849a7ba6a454855ffef786d025298da9dd9c0ce38','Ana',NULL,1,'017fd8e2-a758-7f2c-a147-fb6c550e6ab8');
INSERT INTO "attempts" VALUES('017fd8e8-3150-7305-b16e-3a251e9a133d','skerry','first-winter/in-what-order',1648611570000000,'answer','["The tank was filled", "The wick was lit", "The lens went up the stairs"]',0,'[false, false, false]',1,0,72.0,'f743cb2ee73a5b77509ff5cf08436b143cd114cc8a53b9a29f8eedcdb9bcbf6a','Ana',NULL,1,'017fd8e2-a758-7f2c-a147-fb6c550e6ab8');
INSERT INTO "attempts" VALUES('017fd8e8-3150-78d8-903e-d102eb963262','skerry','first-winter/in-what-order',1648611570000000,'undo','[]',NULL,'[]',1,0,0.0,'','Ana','017fd8e8-3150-7305-b16e-3a251e9a133d',0,'017fd8e2-a758-7f2c-a147-fb6c550e6ab8');
INSERT INTO "attempts" VALUES('017fdad7-2840-7222-bad7-5974de0f5576','skerry','first-winter/whose-figure',1648644008000000,'answer','["The Gazette", "Olaf, as Brandt tells it"]',1,'[true, true]',1,0,38.0,'a8cab542b230b59569580e24e040da8c63f7b15f77384360a0c5dd0173d9935e','Борис',NULL,1,'017fdad6-93d0-77f1-b66d-21159ca304bf');
INSERT INTO "attempts" VALUES('017fdad7-2840-7ea4-b58c-fbbd5513ba1f','skerry','first-winter/whose-figure',1648644008000000,'undo','[]',NULL,'[]',1,0,0.0,'','Борис','017fdad7-2840-7222-bad7-5974de0f5576',0,'017fdad6-93d0-77f1-b66d-21159ca304bf');
INSERT INTO "attempts" VALUES('017fdad7-4780-779e-8922-d91800d3cfc2','skerry','first-winter/whose-figure',1648644016000000,'answer','["The Gazette", "Olaf, as Brandt tells it"]',1,'[true, true]',1,0,8.0,'a8cab542b230b59569580e24e040da8c63f7b15f77384360a0c5dd0173d9935e','Борис',NULL,1,'017fdad6-93d0-77f1-b66d-21159ca304bf');
INSERT INTO "attempts" VALUES('017fdad7-7a48-7508-802a-d9145798c0fd','skerry','first-winter/never-measured',1648644029000000,'undo','[]',NULL,'[]',1,0,0.0,'','Борис','017fdad7-7a48-7c2a-b13c-15ee4c8627d8',0,'017fdad6-93d0-77f1-b66d-21159ca304bf');
INSERT INTO "attempts" VALUES('017fdad7-7a48-7c2a-b13c-15ee4c8627d8','skerry','first-winter/never-measured',1648644029000000,'answer','["memoir:5"]',1,'[]',1,0,13.0,'88bc83db6096f9e996361461e5b6d6f133adbbfb7c2daeeb15f9fbeedf987fcf','Борис',NULL,1,'017fdad6-93d0-77f1-b66d-21159ca304bf');
INSERT INTO "attempts" VALUES('017fdad8-7c18-75b2-bc99-aa757d34bb03','skerry','first-winter/never-measured',1648644095000000,'answer','["memoir:1"]',0,'[]',1,0,66.0,'88bc83db6096f9e996361461e5b6d6f133adbbfb7c2daeeb15f9fbeedf987fcf','Борис',NULL,1,'017fdad6-93d0-77f1-b66d-21159ca304bf');
INSERT INTO "attempts" VALUES('017fdad8-e590-763f-8c72-0da71b1014d7','skerry','first-winter/how-often',1648644122000000,'answer','["Every four hours"]',1,'[]',1,0,27.0,'429f7569032c6955b915f689b60edef081df836d3a71e76468295d4235cfd927','Борис',NULL,1,'017fdad6-93d0-77f1-b66d-21159ca304bf');
INSERT INTO "attempts" VALUES('017fdad9-2be0-7afc-a43e-d647ac89769a','skerry','first-winter/steps',1648644140000000,'flag','[]',NULL,'[]',1,0,0.0,'','Борис','017fdad9-2be0-7b3b-9602-788d8488f740',0,'017fdad6-93d0-77f1-b66d-21159ca304bf');
INSERT INTO "attempts" VALUES('017fdad9-2be0-7b3b-9602-788d8488f740','skerry','first-winter/steps',1648644140000000,'answer','["tank", "oil"]',1,'[true, true]',1,0,18.0,'ca5897c573974640b413738849a7ba6a454855ffef786d025298da9dd9c0ce38','Борис',NULL,1,'017fdad6-93d0-77f1-b66d-21159ca304bf');
INSERT INTO "attempts" VALUES('017fdcc8-cac8-71f5-bb05-4bdf99375d48','skerry','first-winter/steps',1648676621000000,'answer','["nothing", "nothing"]',0,'[false, false]',1,0,81.0,'ca5897c573974640b413738849a7ba6a454855ffef786d025298da9dd9c0ce38','',NULL,1,'017fdcc7-8e60-73a7-accb-f7d7315cd629');
INSERT INTO "attempts" VALUES('017fdcc9-24a0-7339-819d-8bea49b0cfeb','skerry','first-winter/never-measured',1648676644000000,'answer','["memoir:5"]',1,'[]',1,0,23.0,'88bc83db6096f9e996361461e5b6d6f133adbbfb7c2daeeb15f9fbeedf987fcf','',NULL,1,'017fdcc7-8e60-73a7-accb-f7d7315cd629');
INSERT INTO "attempts" VALUES('017fdcc9-c8b0-7466-ad35-95aac5c707f6','skerry','first-winter/how-far',1648676686000000,'answer','["21"]',1,'[true]',1,0,42.0,'5cdc3bc155e85e8d19d062fff26604a9849451a9f63278fe9b888ebb2450fe9e','',NULL,1,'017fdcc7-8e60-73a7-accb-f7d7315cd629');
INSERT INTO "attempts" VALUES('017fdcca-0b18-70b7-b99c-831c8f961a5d','skerry','first-winter/who-kept',1648676703000000,'undo','[]',NULL,'[]',1,0,0.0,'','','017fdcca-0b18-78e6-9e02-dc2217c9ac5f',0,'017fdcc7-8e60-73a7-accb-f7d7315cd629');
INSERT INTO "attempts" VALUES('017fdcca-0b18-78e6-9e02-dc2217c9ac5f','skerry','first-winter/who-kept',1648676703000000,'answer','["Ada Brandt", "Olaf Brandt"]',1,'[]',1,0,17.0,'d3585dece7670c6188c3ed6afad4d725415884a4f7bc5507fee7152af3ad0f63','',NULL,1,'017fdcc7-8e60-73a7-accb-f7d7315cd629');
INSERT INTO "attempts" VALUES('017fdccb-5720-796a-88bc-d4a400001bc6','skerry','first-winter/who-kept',1648676788000000,'answer','["Ada Brandt", "Olaf Brandt"]',1,'[]',0,0,85.0,'d3585dece7670c6188c3ed6afad4d725415884a4f7bc5507fee7152af3ad0f63','',NULL,1,'017fdcc7-8e60-73a7-accb-f7d7315cd629');
INSERT INTO "attempts" VALUES('017fdccb-e7a8-759b-a0dd-e0942ee87335','skerry','first-winter/in-what-order',1648676825000000,'answer','["The lens went up the stairs", "The tank was filled", "The wick was lit"]',1,'[true, true, true]',1,0,37.0,'f743cb2ee73a5b77509ff5cf08436b143cd114cc8a53b9a29f8eedcdb9bcbf6a','',NULL,1,'017fdcc7-8e60-73a7-accb-f7d7315cd629');
CREATE TABLE folding (
            name TEXT NOT NULL PRIMARY KEY,
            value REAL NOT NULL
        ) STRICT, WITHOUT ROWID
        ;
INSERT INTO "folding" VALUES('desired_retention',0.9);
CREATE TABLE memory (
            learner TEXT NOT NULL,
            course TEXT NOT NULL,
            item TEXT NOT NULL,
            stability REAL NOT NULL,
            difficulty REAL NOT NULL,
            due INTEGER NOT NULL,
            last INTEGER NOT NULL,
            reps INTEGER NOT NULL,
            lapses INTEGER NOT NULL,
            PRIMARY KEY (learner, course, item)
        ) STRICT, WITHOUT ROWID
        ;
INSERT INTO "memory" VALUES('','skerry','after/then',2.3065,2.11810397045901588342e+00,1648751607000000,1648578807000000,1,0);
INSERT INTO "memory" VALUES('','skerry','first-winter/how-far',7.31530074407728,2.11121423578539513243e+00,1649281486000000,1648676686000000,2,0);
INSERT INTO "memory" VALUES('','skerry','first-winter/how-often',1.2931,5.11217070560105568688e+00,1648665192000000,1648578792000000,1,0);
INSERT INTO "memory" VALUES('','skerry','first-winter/in-what-order',2.3065,2.11810397045901588342e+00,1648849625000000,1648676825000000,1,0);
INSERT INTO "memory" VALUES('','skerry','first-winter/never-measured',4.5460294410661248321e+00,5.10228690419229291563e+00,1649108644000000,1648676644000000,2,0);
INSERT INTO "memory" VALUES('','skerry','first-winter/steps',0.212,6.4133,1648763021000000,1648676621000000,1,1);
INSERT INTO "memory" VALUES('','skerry','first-winter/who-kept',1.2931,5.11217070560105568688e+00,1648763188000000,1648676788000000,1,0);
INSERT INTO "memory" VALUES('Ana','skerry','first-winter/every-month',1.2931,5.11217070560105568688e+00,1648697657000000,1648611257000000,1,0);
INSERT INTO "memory" VALUES('Ana','skerry','first-winter/fuel',1.2931,5.11217070560105568688e+00,1648697811000000,1648611411000000,1,0);
INSERT INTO "memory" VALUES('Ana','skerry','first-winter/how-far',2.3065,2.11810397045901588342e+00,1648784020000000,1648611220000000,1,0);
INSERT INTO "memory" VALUES('Ana','skerry','first-winter/never-measured',2.3065,2.11810397045901588342e+00,1648784127000000,1648611327000000,1,0);
INSERT INTO "memory" VALUES('Ana','skerry','first-winter/steps',0.212,6.4133,1648697898000000,1648611498000000,1,1);
INSERT INTO "memory" VALUES('Борис','skerry','first-winter/how-often',2.3065,2.11810397045901588342e+00,1648816922000000,1648644122000000,1,0);
INSERT INTO "memory" VALUES('Борис','skerry','first-winter/never-measured',0.212,6.4133,1648730495000000,1648644095000000,1,1);
INSERT INTO "memory" VALUES('Борис','skerry','first-winter/steps',2.3065,2.11810397045901588342e+00,1648816940000000,1648644140000000,1,0);
INSERT INTO "memory" VALUES('Борис','skerry','first-winter/whose-figure',2.3065,2.11810397045901588342e+00,1648816816000000,1648644016000000,1,0);
CREATE TABLE renames (
            course TEXT NOT NULL,
            was TEXT NOT NULL,
            item TEXT NOT NULL,
            PRIMARY KEY (course, was)
        ) STRICT, WITHOUT ROWID
        ;
CREATE TABLE sittings (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            learner TEXT NOT NULL,
            course TEXT NOT NULL,
            state TEXT NOT NULL
        ) STRICT
        ;
CREATE TABLE tallies (
            learner TEXT NOT NULL,
            course TEXT NOT NULL,
            answers INTEGER NOT NULL,
            sure_right INTEGER NOT NULL,
            sure_wrong INTEGER NOT NULL,
            unsure_right INTEGER NOT NULL,
            unsure_wrong INTEGER NOT NULL,
            PRIMARY KEY (learner, course)
        ) STRICT, WITHOUT ROWID
        ;
INSERT INTO "tallies" VALUES('','skerry',9,5,1,3,0);
INSERT INTO "tallies" VALUES('Ana','skerry',5,2,1,2,0);
INSERT INTO "tallies" VALUES('Борис','skerry',4,3,1,0,0);
CREATE INDEX attempts_by_item ON attempts (learner, course, item);
CREATE INDEX attempts_by_sitting ON attempts (sitting);
CREATE INDEX attempts_by_target ON attempts (target) WHERE target IS NOT NULL;
CREATE TRIGGER attempts_are_never_changed BEFORE UPDATE ON attempts
        BEGIN SELECT RAISE(ABORT, 'the log of attempts is append-only'); END;
CREATE TRIGGER attempts_are_never_deleted BEFORE DELETE ON attempts
BEGIN SELECT RAISE(ABORT, 'the log of attempts is append-only'); END;
CREATE TRIGGER attempts_are_added_once BEFORE INSERT ON attempts
WHEN EXISTS (SELECT 1 FROM attempts WHERE id = NEW.id)
BEGIN SELECT RAISE(IGNORE); END;
CREATE INDEX memory_by_due ON memory (learner, course, due);
CREATE INDEX attempts_that_flag ON attempts (learner, course) WHERE kind = 'flag';
COMMIT;
