"""The widgets: values go in as attributes, messages come out; none knows another."""
