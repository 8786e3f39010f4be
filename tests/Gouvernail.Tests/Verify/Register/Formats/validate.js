// Checks documents against a JSON Schema. Standard input: {"schema": "cyclonedx" or a schema, "documents": [...]};
// standard output: for each document the first complaint about it, or null. First argument: the folder where ajv and
// the schemas of CycloneDX are installed.
const fs = require('fs');
const path = require('path');
const { createRequire } = require('module');

const root = path.resolve(process.argv[2]);
const find = createRequire(path.join(root, 'package.json'));
const { schema, documents } = JSON.parse(fs.readFileSync(0, 'utf8'));
const official = schema === 'cyclonedx';
const Ajv = official ? find('ajv') : find('ajv/dist/2020');
const ajv = new (Ajv.default ?? Ajv)({ strict: false, allErrors: true });
find('ajv-formats')(ajv);
let check;
if (official) {
  find('ajv-formats-draft2019')(ajv);
  const folder = path.join(root, 'node_modules/@cyclonedx/cyclonedx-library/res/schema');
  const read = name => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));
  for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs']) {
    ajv.addSchema(read(`${name}.SNAPSHOT.schema.json`), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
  }
  check = ajv.compile(read('bom-1.6.SNAPSHOT.schema.json'));
} else {
  check = ajv.compile(schema);
}
console.log(JSON.stringify(documents.map(document => check(document) ? null
  : check.errors.slice(0, 3).map(error => `${error.instancePath} ${error.message}`).join('; '))));
