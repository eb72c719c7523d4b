// SPDX-License-Identifier: MulanPSL-2.0
// Linked against every object below the widgets and only the modules these may use: on Debian every Qt header
// is found from everywhere, so that a forbidden class shows first as an undefined symbol, here.
int main() { return 0; }
