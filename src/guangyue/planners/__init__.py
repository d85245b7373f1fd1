"""责任规划师: small groups of planners, each with an area that it visits, advises and reports on."""
