"""The doctor's report as a FHIR R4 document, for the records of a clinic."""
