"use strict";
// Everything works without this file; it only saves people steps.
