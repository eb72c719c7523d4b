// SPDX-License-Identifier: MulanPSL-2.0
int main() { return 0; }
